/** Every text that stands anywhere in an answer. */
export function textsIn(answer: unknown, texts = new Set<string>()): ReadonlySet<string> {
  if (typeof answer === 'string') texts.add(answer);
  else if (typeof answer === 'object' && answer !== null)
    for (const part of Object.values(answer)) textsIn(part, texts);
  return texts;
}

/** Text the log can keep: no U+0000 and no half of a surrogate pair (design §3). */
export const isStorableText = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Characters as people and JSON Schema count them: code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

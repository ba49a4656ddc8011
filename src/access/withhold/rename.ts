import type { Reference } from '../../domain/references/reference.js';

/** An actor's id as the reader may see it. */
export type Rename = (actor: string) => string;

/** A copy of the data in which the actors that are referred to go by the names given. */
export function renameActors<T extends object>(data: T, references: readonly Reference[], rename: Rename): T {
  const renamed = references.filter(({ category, id }) => category === 'actor' && rename(id) !== id);
  return renamed.reduce((copy, { pointer, id }) => withValue(copy, steps(pointer), rename(id)) as T, data);
}

const steps = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function withValue(into: unknown, [step, ...rest]: readonly string[], value: string): unknown {
  if (step === undefined) return value;
  if (Array.isArray(into))
    return into.map((member, at) => (String(at) === step ? withValue(member, rest, value) : member));
  const object = into as Readonly<Record<string, unknown>>;
  return { ...object, [step]: withValue(object[step], rest, value) };
}

import { fieldsOf, type DataClass, type KindClass, type Shape } from './field.js';
import { step, type Problem } from './problem.js';

export type PlainObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The class of one member of a family told apart by `by`. */
export const kindOf = (by: string, of: readonly KindClass[], value: PlainObject): DataClass | undefined =>
  of.find(({ name }) => name === value[by])?.value;

/** Members of lists that are not the objects they should be, which class-validator does not notice. */
export function* malformedIn(cls: DataClass, data: unknown, pointer = ''): Generator<Problem> {
  if (!isObject(data)) return;
  for (const { name, shape } of fieldsOf(cls)) yield* malformed(shape, data[name], pointer + step(name));
}

function* malformed(shape: Shape, value: unknown, pointer: string): Generator<Problem> {
  if (shape.kind === 'class') yield* malformedIn(shape.of(), value, pointer);
  if (shape.kind !== 'list' || !Array.isArray(value)) return;
  for (const [index, member] of value.entries()) yield* malformedMember(shape.of, member, pointer + step(index));
}

function* malformedMember(shape: Shape, member: unknown, pointer: string): Generator<Problem> {
  if (shape.kind === 'plain') return;
  if (!isObject(member)) return yield { pointer, message: 'must be an object' };
  if (shape.kind !== 'kinds') return yield* malformed(shape, member, pointer);
  const cls = kindOf(shape.by, shape.of(), member);
  if (cls !== undefined) return yield* malformedIn(cls, member, pointer);
  const known = shape.of().map(({ name }) => name);
  yield { pointer: pointer + step(shape.by), message: `${shape.by} must be one of: ${known.join(', ')}` };
}

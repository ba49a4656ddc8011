import 'reflect-metadata';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** A class whose fields are described: an event, or a value inside one. */
export type DataClass = (abstract new () => object) & { readonly name: string };

/** What a field holds, for the JSON Schema and for walking data by its definition. */
export type Shape =
  | { readonly kind: 'plain'; readonly schema: JsonSchema }
  | { readonly kind: 'class'; readonly of: () => DataClass }
  | { readonly kind: 'list'; readonly of: Shape; readonly min: number; readonly max: number; readonly unique?: boolean }
  | { readonly kind: 'kinds'; readonly by: string; readonly of: () => readonly KindClass[] }
  | { readonly kind: 'passage' }
  | { readonly kind: 'event-data' };

/** One class of a family told apart by the value of a property. */
export interface KindClass {
  readonly name: string;
  readonly value: DataClass;
}

export interface FieldFacts {
  readonly name: string;
  readonly shape: Shape;
  readonly optional: boolean;
  /** A body may leave it out. */
  readonly filledIn: boolean;
}

const SHAPES = Symbol('shapes');
const OPTIONAL = Symbol('optional');
const FILLED_IN = Symbol('filled in');

const namesOf = (prototype: object, key: symbol): Map<string, unknown> =>
  (Reflect.getMetadata(key, prototype) as Map<string, unknown> | undefined) ?? new Map<string, unknown>();

function remember(prototype: object, key: symbol, property: string, value: unknown): void {
  Reflect.defineMetadata(key, new Map(namesOf(prototype, key)).set(property, value), prototype);
}

/** A property decorator that records a field's shape and applies the validators that hold it to that shape. */
export function field(shape: Shape, ...validators: readonly PropertyDecorator[]): PropertyDecorator {
  return (prototype, property) => {
    remember(prototype, SHAPES, String(property), shape);
    for (const validate of validators) validate(prototype, property);
  };
}

export function markOptional(prototype: object, property: string): void {
  remember(prototype, OPTIONAL, property, true);
}

export function markFilledIn(prototype: object, property: string): void {
  remember(prototype, FILLED_IN, property, true);
}

const known = new WeakMap<DataClass, readonly FieldFacts[]>();

/** The described fields of a class, its parents' first. */
export function fieldsOf(cls: DataClass): readonly FieldFacts[] {
  const fields = known.get(cls) ?? describedIn(cls);
  known.set(cls, fields);
  return fields;
}

function describedIn(cls: DataClass): readonly FieldFacts[] {
  const prototype = cls.prototype as object;
  const optional = namesOf(prototype, OPTIONAL);
  const filledIn = namesOf(prototype, FILLED_IN);
  return [...namesOf(prototype, SHAPES)].map(([name, shape]) => ({
    name,
    shape: shape as Shape,
    optional: optional.has(name),
    filledIn: filledIn.has(name),
  }));
}

/** The field of an event that holds the id of the thing its stream is about; undefined where there is none. */
export const ownIdOf = (cls: DataClass): string | undefined =>
  fieldsOf(cls).find(({ filledIn, shape }) => filledIn && shape.kind === 'plain')?.name;

import type { JsonSchema } from '../../domain/schema/field.js';
import { below } from './pointer.js';
import { kindOf, named, type Definitions, type FileContext, type Reading } from './reading.js';
import { didYouMean } from './suggest.js';
import type { YamlValue } from './parse-yaml.js';

/** One key of a record: what stands under it, whether it must be there, and what an editor says of it. */
export interface Key<T, Must extends boolean = boolean> {
  readonly reading: Reading<T>;
  readonly must: Must;
  readonly says: string;
}

export const must = <T>(reading: Reading<T>, says: string): Key<T, true> => ({ reading, must: true, says });
export const may = <T>(reading: Reading<T>, says: string): Key<T, false> => ({ reading, must: false, says });

// `any` and not `unknown`: a key of text must fit where a key of anything is asked for.
// eslint-disable-next-line typescript/no-explicit-any
export type Keys = Readonly<Record<string, Key<any>>>;

type Required<K extends Keys> = { [N in keyof K]: K[N] extends Key<unknown, true> ? N : never }[keyof K];
type ValueOf<K> = K extends Key<infer T> ? T : never;
/** What was read of a record, and where it stands in the file. */
export type Words<K extends Keys> = { readonly pointer: string } & { readonly [N in Required<K>]: ValueOf<K[N]> } & {
  readonly [N in Exclude<keyof K, Required<K>>]?: ValueOf<K[N]>;
};

/** A mapping with these keys and no others. */
export function record<K extends Keys>(keys: K): Reading<Words<K>> {
  return {
    read: (value, at, file) => readRecord(keys, value, at, file),
    schema: (definitions) => schemaOf(keys, definitions),
  };
}

/** With so many wrong keys the writer meant something else altogether. */
const MOST_GUESSES = 20;

function readRecord<K extends Keys>(keys: K, value: YamlValue, at: string, file: FileContext): Words<K> | undefined {
  if (!(value instanceof Map))
    return void file.report(at, `This must be a mapping of keys and values, not ${kindOf(value)}.`);
  const names = Object.keys(keys);
  const words: Record<string, unknown> = { pointer: at };
  let [whole, unknown] = [true, 0];
  for (const [name, under] of value as ReadonlyMap<string, YamlValue>) {
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (key === undefined) {
      unknown += 1;
      const help = unknown > MOST_GUESSES ? '' : didYouMean(name, names) || ` Known are: ${names.join(', ')}.`;
      file.report(below(at, name), `"${name}" is not a key here.${help}`);
      whole = false;
      continue;
    }
    const read: unknown = key.reading.read(under, below(at, name), file);
    if (read === undefined) whole = false;
    else words[name] = read;
  }
  for (const name of names.filter((one) => keys[one]!.must && !value.has(one))) {
    file.report(at, `"${name}" is missing here: ${keys[name]!.says}`);
    whole = false;
  }
  return whole ? (words as Words<K>) : undefined;
}

function schemaOf(keys: Keys, definitions: Definitions): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const [name, { reading, says }] of Object.entries(keys)) {
    properties[name] = { description: says, ...reading.schema(definitions) };
  }
  const required = Object.keys(keys).filter((name) => keys[name]!.must);
  return { type: 'object', properties, ...(required.length > 0 && { required }), additionalProperties: false };
}

/** Keys that several records have in common: in the schema each stands once. */
export const shared = <K extends Keys>(keys: K): K =>
  Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [
      name,
      { ...key, reading: named(`says-${name.replaceAll(' ', '-')}`, key.reading) },
    ]),
  ) as unknown as K;

/** A list. */
export const list = <T>(of: Reading<T>): Reading<readonly T[]> => ({
  read(value, at, file) {
    if (!Array.isArray(value)) return void file.report(at, `This must be a list, not ${kindOf(value)}.`);
    const read = (value as readonly YamlValue[]).map((item, index) => of.read(item, below(at, index), file));
    return read.every((one) => one !== undefined) ? (read as readonly T[]) : undefined;
  },
  schema: (definitions) => ({ type: 'array', items: of.schema(definitions) }),
});

/** One, or a list of them. */
export const oneOrMore = <T>(of: Reading<T>): Reading<readonly T[]> => ({
  read(value, at, file) {
    if (Array.isArray(value) && value.length === 0) return void file.report(at, 'This list is empty.');
    if (Array.isArray(value)) return list(of).read(value as readonly YamlValue[], at, file);
    const read = of.read(value, at, file);
    return read === undefined ? undefined : [read];
  },
  schema: (definitions) => {
    const one = of.schema(definitions);
    return { anyOf: [one, { type: 'array', minItems: 1, items: one }] };
  },
});

export interface Entry<T> {
  readonly name: string;
  readonly value: T;
  readonly at: string;
}

/** A mapping whose keys are names of the writer's choice. */
export const entriesOf = <T>(of: Reading<T>, nameReading?: Reading<string>): Reading<readonly Entry<T>[]> => ({
  read(value, at, file) {
    if (!(value instanceof Map))
      return void file.report(at, `This must be a mapping of keys and values, not ${kindOf(value)}.`);
    const read = [...(value as ReadonlyMap<string, YamlValue>)].map(([name, under]) => {
      const place = below(at, name);
      const known = nameReading === undefined ? name : nameReading.read(name, place, file);
      const inside = of.read(under, place, file);
      return known === undefined || inside === undefined ? undefined : { name: known, value: inside, at: place };
    });
    return read.every((one) => one !== undefined) ? (read as readonly Entry<T>[]) : undefined;
  },
  schema: (definitions) => ({ type: 'object', additionalProperties: of.schema(definitions) }),
});

/** A short form where the value is a scalar, and a long form where it is a mapping. */
export const shortOrLong = <A, B>(short: Reading<A>, long: Reading<B>): Reading<A | B> => ({
  read: (value, at, file): A | B | undefined =>
    value instanceof Map ? long.read(value, at, file) : short.read(value, at, file),
  schema: (definitions) => ({ anyOf: [short.schema(definitions), long.schema(definitions)] }),
});

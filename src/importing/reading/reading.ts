import type { JsonSchema } from '../../domain/schema/field.js';
import type { YamlValue } from './parse-yaml.js';

/** What holds for the whole file while it is read. */
export interface FileContext {
  readonly report: (pointer: string, message: string) => void;
  /** IANA zone of dates and of times without an offset. */
  readonly zone: string;
  /** Bare dates are known approximately only. */
  readonly datesApproximate: boolean;
  /** Language of text that names none. */
  readonly language: string;
}

export type Definitions = Record<string, JsonSchema>;

/** One way to write something in a case file: how it is read, and what an editor is told about it. */
export interface Reading<T> {
  /** Undefined when it could not be read; the reason has then been reported. */
  read(value: YamlValue, at: string, file: FileContext): T | undefined;
  schema(definitions: Definitions): JsonSchema;
}

/** A reading that stands in the schema once, under its name. */
export function named<T>(name: string, reading: Reading<T>): Reading<T> {
  return {
    read: (value, at, file) => reading.read(value, at, file),
    schema: (definitions) => {
      if (definitions[name] === undefined) {
        definitions[name] = {}; // so that what contains itself ends here
        definitions[name] = reading.schema(definitions);
      }
      return { $ref: `#/$defs/${name}` };
    },
  };
}

/** The same reading, its result put into another form. */
export const mapped = <A, B>(
  reading: Reading<A>,
  into: (read: A, at: string, file: FileContext) => B | undefined,
): Reading<B> => ({
  read: (value, at, file) => {
    const read = reading.read(value, at, file);
    return read === undefined ? undefined : into(read, at, file);
  },
  schema: (definitions) => reading.schema(definitions),
});

/** What a value is called in a message. */
export function kindOf(value: YamlValue): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Map) return 'a mapping';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  return 'true or false';
}

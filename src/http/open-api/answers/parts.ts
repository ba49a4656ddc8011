import type { JsonSchema } from '../../../domain/schema/field.js';
import type { Vocabulary } from '../../../domain/vocabularies/vocabulary.js';

export const text: JsonSchema = { type: 'string' };
export const flag: JsonSchema = { type: 'boolean' };
export const whole: JsonSchema = { type: 'integer' };
export const count: JsonSchema = { type: 'integer', minimum: 0 };
export const instant: JsonSchema = { type: 'string', format: 'date-time' };
export const position: JsonSchema = { type: 'string', description: 'A position of the log; opaque, sorts as text.' };
export const eventId: JsonSchema = { type: 'string', format: 'uuid' };

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
export const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
export const oneOfCodes = ({ codes }: Vocabulary): JsonSchema => ({ enum: codes });

type Fields = Readonly<Record<string, JsonSchema>>;

/** An object with these fields and no others; a name that ends in "?" may be left out. */
export function object(fields: Fields, description?: string): JsonSchema {
  const named = Object.entries(fields).map(([name, schema]) => [name.replace(/\?$/, ''), schema, name] as const);
  return {
    type: 'object',
    ...(description !== undefined && { description }),
    properties: Object.fromEntries(named.map(([name, schema]) => [name, schema])),
    required: named.filter(([name, , given]) => name === given).map(([name]) => name),
    additionalProperties: false,
  };
}

/** An object schema without some fields and with others. */
export function changed(schema: JsonSchema, without: readonly string[], plus: Fields = {}): JsonSchema {
  const more = object(plus);
  const left = Object.entries(schema['properties'] as Fields).filter(([name]) => !without.includes(name));
  const required = (schema['required'] as readonly string[]).filter(
    (name) => !without.includes(name) && !(name in plus),
  );
  return {
    ...schema,
    properties: { ...Object.fromEntries(left), ...(more['properties'] as Fields) },
    required: [...required, ...(more['required'] as readonly string[])],
  };
}

/** Where every answer stands. */
const stands = { position, asOf: ref('AsOf') };

export const answer = (fields: Fields, description?: string): JsonSchema =>
  object({ ...stands, ...fields }, description);

/** An answer about one incident or series. */
export const answerAbout = (fields: Fields, description?: string): JsonSchema =>
  answer({ withheld: ref('WithheldCount'), actors: ref('ActorNames'), ...fields }, description);

const next = { anyOf: [text, { type: 'null' }], description: 'The cursor to the next page; null on the last.' };
const withheld = {
  ...count,
  description:
    'How many were passed over because they are kept more closely than you may see; 0 where you ask for some only.',
};

export const page = (items: JsonSchema, more: Fields = {}): JsonSchema =>
  answer({ items: listOf(items), next, withheld, ...more });

/** Some questions are answered page by page only where a page is asked for. */
export const nextPage = { next };

import type { JsonSchema } from '../domain/schema/field.js';
import { caseWords } from './case-words.js';
import { entryKinds, sections } from './entries/index.js';
import type { EntryKind } from './entries/entry.js';
import type { Definitions } from './reading/reading.js';
import { record } from './reading/records.js';

/** The JSON Schema (2020-12) by which editors help with case files, made from what reads them. */
export function caseFileSchema(): JsonSchema {
  const definitions: Definitions = {};
  const properties: Record<string, JsonSchema> = {
    case: { description: 'What holds for the whole file.', ...caseWords.schema(definitions) },
  };
  for (const [section, kind] of Object.entries(sections)) {
    properties[section] = {
      description: `${section} of this case, by their ids`,
      type: 'object',
      additionalProperties: record(kind.keys).schema(definitions),
    };
  }
  properties['record'] = {
    description: 'What became known, in the order in which it became known.',
    type: 'array',
    items: { anyOf: entryKinds.map((kind) => entrySchema(kind, definitions)) },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A case file of Sijil',
    type: 'object',
    properties,
    required: ['case'],
    additionalProperties: false,
    $defs: definitions,
  };
}

function entrySchema({ opens, opening, keys }: EntryKind, definitions: Definitions): JsonSchema {
  const schema = record(keys).schema(definitions) as {
    readonly properties: object;
    readonly required?: readonly string[];
  };
  const opener = { description: `opens the entry: a ${opens}`, ...opening.schema(definitions) };
  return {
    ...schema,
    properties: { [opens]: opener, ...schema.properties },
    required: [opens, ...(schema.required ?? [])],
  };
}

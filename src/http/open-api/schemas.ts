import { problemTexts } from '../problems/texts/index.js';
import type { JsonSchema } from '../../domain/schema/field.js';

/** A reference to one of the document's schemas. */
export const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const text = { type: 'string' } as const;

/** The schemas of what the HTTP layer itself says; those of events and claims come from their definitions. */
export const ownSchemas: Readonly<Record<string, JsonSchema>> = {
  Appended: {
    type: 'object',
    description: 'Where a command ended. Revision and position are those of the last event it recorded.',
    properties: {
      stream: text,
      id: text,
      revision: { type: 'integer', minimum: 0 },
      position: { ...text, description: 'Opaque; sorts as text. Ask with ?after= this to read what you wrote.' },
      eventIds: { type: 'array', items: { type: 'string', format: 'uuid' } },
      repeated: { type: 'boolean', description: 'It was in the register already; this is where.' },
    },
    required: ['stream', 'id', 'revision', 'position', 'eventIds', 'repeated'],
  },
  Problem: {
    type: 'object',
    description: 'Why a request was not done (RFC 9457).',
    properties: {
      type: { ...text, format: 'uri-reference' },
      title: { ...text, description: 'What kind of problem it is; in English or Arabic, by Accept-Language.' },
      explanation: { ...text, description: 'What that kind of problem means; in English or Arabic.' },
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { ...text, description: 'What it is in this case, as a sentence to act on; in English.' },
      code: { ...text, enum: [...problemTexts.keys()].sort(), description: 'Stable, for programs.' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          properties: { pointer: { ...text, format: 'json-pointer' }, detail: text },
          required: ['pointer', 'detail'],
        },
      },
      traceId: text,
    },
    required: ['type', 'title', 'explanation', 'status', 'detail', 'code', 'traceId'],
    additionalProperties: false,
  },
};

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
  Answer: {
    type: 'object',
    description: 'An answer, and where it stands on both clocks.',
    properties: {
      position: { ...text, description: 'Position of the log at which it stands.' },
      asOf: {
        type: 'object',
        description: 'The clocks as they were understood. Asking with both gives the same answer again.',
        properties: {
          claimed: { type: ['string', 'null'], description: 'Said by then; null for all that was ever said.' },
          recorded: { ...text, description: 'What the register held up to this position.' },
        },
        required: ['claimed', 'recorded'],
      },
      withheld: { type: 'object', description: 'How much of it is kept more closely than you may see.' },
      items: { type: 'array', items: { type: 'object' }, description: 'Of a list: the page.' },
      next: { type: ['string', 'null'], description: 'Of a list: the cursor to the next page; null on the last.' },
    },
    additionalProperties: true,
  },
  Problem: {
    type: 'object',
    description: 'Why a request was not done (RFC 9457).',
    properties: {
      type: { ...text, format: 'uri-reference' },
      title: text,
      status: { type: 'integer' },
      detail: { ...text, description: 'A sentence to act on.' },
      code: { ...text, description: 'Stable, for programs.' },
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
    required: ['type', 'title', 'status', 'detail', 'code', 'traceId'],
  },
};

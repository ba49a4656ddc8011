import { definitions } from '../../../domain/events/index.js';
import type { JsonSchema } from '../../../domain/schema/field.js';
import { answer, count, eventId, instant, listOf, nextPage, object, position, ref, text } from './parts.js';

/** The log, as far as a reader may see it. */
export const historySchemas: Readonly<Record<string, JsonSchema>> = {
  ShownEvent: object({
    position,
    eventId,
    stream: text,
    revision: count,
    type: { enum: [...definitions.keys()] },
    schemaVersion: count,
    recordedAt: instant,
    recordedBy: { anyOf: [text, ref('Withheld')] },
    correlationId: text,
    causationId: text,
    'traceparent?': text,
    'batchId?': text,
    data: {
      type: 'object',
      description: 'As the schema named after its type, with what you may not see marked as withheld.',
    },
  }),
  WithheldEvent: object({ position, recordedAt: instant, withheld: text }),
  IncidentHistory: answer({
    items: listOf({ anyOf: [ref('ShownEvent'), ref('WithheldEvent')] }),
    withheld: count,
    actors: ref('ActorNames'),
    ...nextPage,
  }),
};

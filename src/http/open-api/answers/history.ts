import { definitions } from '../../../domain/events/index.js';
import type { EventDefinition } from '../../../domain/events/event.js';
import type { JsonSchema } from '../../../domain/schema/field.js';
import { nameOf } from '../../../domain/schema/json-schema.js';
import { answer, changed, count, eventId, instant, listOf, nextPage, object, position, ref, text } from './parts.js';

const types = [...definitions.keys()];
const eventNamed = (type: string) => `${type}Event`;

const envelope = object(
  {
    position,
    eventId,
    stream: text,
    revision: count,
    type: { enum: types },
    schemaVersion: count,
    recordedAt: instant,
    recordedBy: { anyOf: [text, ref('Withheld')] },
    correlationId: text,
    causationId: text,
    'traceparent?': text,
    'batchId?': text,
    data: { type: 'object' },
  },
  'What is known of every event.',
);

type Schemas = Readonly<Record<string, JsonSchema>>;

const ENTRIES: ReadonlySet<string> = new Set(['EntryCorrected', 'EntryWithdrawn']);
const entryData = ref('EntryData');

/** What an entry said, before or after we put it right, has the form of its own type; a finding may be one you may not see. */
function dataOf({ type, data }: EventDefinition, shown: Schemas): JsonSchema {
  const name = nameOf(data, 'shown');
  if (ENTRIES.has(type)) return { allOf: [ref(name)], properties: { before: entryData, after: entryData } };
  if (type !== 'FindingResolved') return ref(name);
  return changed(shown[name]!, [], { finding: { anyOf: [text, ref('Withheld')] } });
}

/** One kind of event: the envelope, and the data as people read it. */
const eventSchema = (definition: EventDefinition, shown: Schemas): JsonSchema => ({
  allOf: [ref('EventEnvelope')],
  type: 'object',
  properties: { type: { const: definition.type }, data: dataOf(definition, shown) },
  required: ['type', 'data'],
});

/** The log, as far as a reader may see it. */
export const historySchemas = (shown: Schemas): Schemas => ({
  EventEnvelope: envelope,
  ...Object.fromEntries(
    [...definitions.values()].map((one) => [eventNamed(one.type), eventSchema(one, shown)] as const),
  ),
  EntryData: {
    description: 'The data of an entry, as the schema of its type.',
    anyOf: [...definitions.values()]
      .filter(({ type }) => !ENTRIES.has(type))
      .map(({ data }) => ref(nameOf(data, 'shown'))),
  },
  ShownEvent: {
    description: 'What its type says, with what you may not see marked as withheld.',
    type: 'object',
    oneOf: types.map((type) => ref(eventNamed(type))),
    discriminator: {
      propertyName: 'type',
      mapping: Object.fromEntries(types.map((type) => [type, ref(eventNamed(type))['$ref']])),
    },
  },
  WithheldEvent: object({ position, recordedAt: instant, withheld: text }),
  IncidentHistory: answer({
    items: listOf({ anyOf: [ref('ShownEvent'), ref('WithheldEvent')] }),
    withheld: count,
    actors: ref('ActorNames'),
    ...nextPage,
  }),
});

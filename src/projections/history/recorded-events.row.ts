import type { Named } from '../../domain/events/named.js';
import type { SijilEvent } from '../../domain/events/index.js';
import { categoryOf } from '../../domain/streams.js';
import { entityOf } from '../../projector/entity-of.js';
import { column, type Table } from '../../projector/table.js';
import { timestamp } from '../../projector/timestamp.js';

/** An event and what it names. */
export interface RecordedEvent {
  readonly event: SijilEvent;
  readonly named: Named;
}

/** Every event once. `incidents`, `actors`, `sources` and `series` are ids, not streams. */
export const recordedEvents = {
  name: 'events',
  key: ['position'],
  columns: {
    position: column('text', ({ event }: RecordedEvent) => event.position),
    eventId: column('uuid', ({ event }: RecordedEvent) => event.eventId),
    stream: column('text', ({ event }: RecordedEvent) => event.stream),
    revision: column('integer', ({ event }: RecordedEvent) => event.revision),
    category: column('text', ({ event }: RecordedEvent) => categoryOf(event.stream)),
    type: column('text', ({ event }: RecordedEvent) => event.type),
    schemaVersion: column('integer', ({ event }: RecordedEvent) => event.schemaVersion),
    recordedAt: column('timestamptz', ({ event }: RecordedEvent) => timestamp(event.recordedAt)),
    /** As the event has it, to the letter. */
    recordedAtText: column('text', ({ event }: RecordedEvent) => event.recordedAt),
    recordedBy: column('text', ({ event }: RecordedEvent) => event.recordedBy),
    correlationId: column('text', ({ event }: RecordedEvent) => event.correlationId),
    causationId: column('text', ({ event }: RecordedEvent) => event.causationId),
    traceparent: column('text', ({ event }: RecordedEvent) => event.traceparent ?? null),
    batchId: column('text', ({ event }: RecordedEvent) => event.batchId ?? null),
    incidents: column('text[]', ({ named }: RecordedEvent) => named.incidents),
    actors: column('text[]', ({ named }: RecordedEvent) => named.actors),
    sources: column('text[]', ({ named }: RecordedEvent) => named.sources),
    series: column('text[]', ({ named }: RecordedEvent) => named.series),
    data: column('json', ({ event }: RecordedEvent) => event.data),
  },
} as const satisfies Table<RecordedEvent>;

export const RecordedEventEntity = entityOf('history', recordedEvents);

export const historyEntities = [RecordedEventEntity];

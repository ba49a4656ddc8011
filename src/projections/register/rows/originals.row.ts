import type { SijilEvent } from '../../../domain/events/index.js';
import { column, type Table } from '../../../projector/table.js';

/** What a correction has to know of the entry it names: one small row an event. */
export const originals = {
  name: 'originals',
  key: ['stream', 'eventId'],
  columns: {
    stream: column('text', ({ stream }: SijilEvent) => stream),
    eventId: column('uuid', ({ eventId }: SijilEvent) => eventId),
    type: column('text', ({ type }: SijilEvent) => type),
    ordinal: column('text', ({ position }: SijilEvent) => position),
  },
} as const satisfies Table<SijilEvent>;

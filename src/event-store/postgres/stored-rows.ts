import type { StoredEvent } from '../event-store.js';
import { positionOf } from '../position.js';

/** The columns of a {@link StoredRow}, in its order. */
export const STORED_COLUMNS = 'position, stream, revision, event_id, type, data, metadata';

/** A row as the driver gives it in array mode: no object is built twice on the way out of the log. */
export type StoredRow = readonly [
  position: string,
  stream: string,
  revision: number,
  eventId: string,
  type: string,
  data: StoredEvent['data'],
  metadata: StoredEvent['metadata'],
];

export function storedEvent(row: StoredRow | readonly [...StoredRow, ...unknown[]]): StoredEvent {
  return {
    eventId: row[3],
    type: row[4],
    data: row[5],
    metadata: row[6],
    stream: row[1],
    revision: row[2],
    position: positionOf(row[0]),
  };
}

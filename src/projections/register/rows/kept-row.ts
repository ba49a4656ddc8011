import type { Position } from '../../../domain/envelope.js';
import type { EntryRow, Row } from '../../../domain/register/rows.js';
import { column } from '../../../projector/table.js';

/** A row on its way into the database: its place among the rows of its event, and its end, which may come in the same page. */
export interface KeptRow<R extends Row = Row> {
  readonly row: R;
  readonly no: number;
  until: Position | null;
}

/** What every row has. `knownFrom` and `knownUntil` are positions; an open row has no end. */
export const rowColumns = {
  stream: column('text', ({ row }: KeptRow) => row.stream),
  eventId: column('uuid', ({ row }: KeptRow) => row.eventId),
  ordinal: column('text', ({ row }: KeptRow) => row.ordinal),
  knownFrom: column('text', ({ row }: KeptRow) => row.from),
  knownUntil: column('text', ({ until }: KeptRow) => until),
  /** As the event has it, to the letter. */
  recordedAt: column('text', ({ row }: KeptRow) => row.recordedAt),
};

/** The key of a table of which an event has one row at most. */
export const ROW_KEY = ['stream', 'ordinal', 'knownFrom'] as const;

/** The columns of rows that say what one event said. */
export const entryColumns = <R extends EntryRow<string, object>>() => ({
  ...rowColumns,
  type: column('text', ({ row }: KeptRow<R>) => row.type as R['type']),
  data: column('json', ({ row }: KeptRow<R>) => row.data as R['data']),
});

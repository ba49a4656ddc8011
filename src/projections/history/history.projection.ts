import type pg from 'pg';
import type { EventType, SijilEvent } from '../../domain/events/index.js';
import { namedIn } from '../../domain/events/named.js';
import { CATEGORIES } from '../../domain/streams.js';
import type { KnownEvent, ProjectedPage, Projection } from '../../projector/projection.js';
import { writeRows } from '../../projector/write-rows.js';
import { recordedEvents } from './recorded-events.row.js';

export const HISTORY = 'history';

/** Each event once, to be found by what it names. */
export class HistoryProjection implements Projection {
  readonly categories = CATEGORIES;

  constructor(readonly name: string = HISTORY) {}

  async write({ events }: ProjectedPage, transaction: pg.ClientBase): Promise<void> {
    const types = await this.typesOfTargets(events, transaction);
    const rows = events.map((event) => ({ event, named: namedIn(event, types.get(targetOf(event) ?? '')) }));
    await writeRows(transaction, this.name, recordedEvents, rows);
  }

  async lengths(streams: readonly string[], transaction: pg.ClientBase): Promise<ReadonlyMap<string, number>> {
    const { rows } = await transaction.query<{ stream: string; length: number }>(
      `select told.stream, (select revision from ${this.name}.events e
                             where e.stream = told.stream order by revision desc limit 1) + 1 as length
         from unnest($1::text[]) as told (stream)`,
      [streams],
    );
    return new Map(rows.map(({ stream, length }) => [stream, length ?? 0]));
  }

  async lastEvent(pool: pg.Pool): Promise<KnownEvent | null> {
    const { rows } = await pool.query<KnownEvent>(
      `select event_id as "eventId", stream, revision, position from ${this.name}.events order by position desc limit 1`,
    );
    return rows[0] ?? null;
  }

  /** The types of the entries that the page's corrections and withdrawals name. */
  private async typesOfTargets(
    events: readonly SijilEvent[],
    transaction: pg.ClientBase,
  ): Promise<ReadonlyMap<string, EventType>> {
    const types = new Map(events.map(({ eventId, type }) => [eventId, type]));
    const earlier = events.flatMap((event) => targetOf(event) ?? []).filter((target) => !types.has(target));
    if (earlier.length === 0) return types;
    const { rows } = await transaction.query<{ eventId: string; type: EventType }>(
      `select event_id as "eventId", type from ${this.name}.events where event_id = any($1::uuid[])`,
      [earlier],
    );
    for (const { eventId, type } of rows) types.set(eventId, type);
    return types;
  }
}

const targetOf = ({ type, data }: SijilEvent): string | null =>
  type === 'EntryCorrected' || type === 'EntryWithdrawn' ? data.target : null;

import type pg from 'pg';
import type { EventStore, Position } from '../src/event-store/event-store.js';
import { anEvent } from './an-act.js';
import { rateOf } from './rounds.js';

/** As many as a reader that catches up takes at once. */
export const PAGE = 1_000;

/** Puts acts into an empty log, without going through the port. */
export async function fillLog(pool: pg.Pool, events: number): Promise<void> {
  const { type, data, metadata } = anEvent();
  await pool.query(
    `insert into streams (stream, revision) select 'statement-filled-' || n, 0 from generate_series(1, $1::int) n`,
    [events],
  );
  await pool.query(
    `insert into events (stream, revision, event_id, type, data, metadata)
     select 'statement-filled-' || n, 0, gen_random_uuid(), $2, $3, $4 from generate_series(1, $1::int) n order by n`,
    [events, type, JSON.stringify(data), JSON.stringify(metadata)],
  );
  await pool.query('vacuum analyze events');
}

/** From the beginning, or from behind an event, to the end, and again. */
export function readsThroughPort(store: EventStore, seconds: number, from: Position | null = null): Promise<number> {
  let after = from;
  return rateOf(1, seconds, async () => {
    const { events, next, atEnd } = await store.readAll({ after, max: PAGE });
    after = atEnd ? from : next;
    return events.length;
  });
}

const PAGE_AFTER = {
  name: 'raw-page',
  text: `select position, stream, revision, event_id, type, data, metadata from events
          where position > $1 order by position limit $2`,
};

/** The same rows as the driver gives them. */
export function readsRaw(pool: pg.Pool, seconds: number): Promise<number> {
  let after = '0';
  return rateOf(1, seconds, async () => {
    const { rows } = await pool.query<{ position: string }>({ ...PAGE_AFTER, values: [after, PAGE] });
    after = rows.length < PAGE ? '0' : rows.at(-1)!.position;
    return rows.length;
  });
}

import type pg from 'pg';
import type { EventFilter, Page, Position, ReadAll } from '../event-store.js';
import { positionOf } from '../position.js';
import { isStorableName } from '../storable-text.js';
import type { SettledHead } from './fenced-head.js';
import { ask } from './ask.js';
import { STORED_COLUMNS, storedEvent } from './stored-rows.js';
import type { StoredRow } from './stored-rows.js';

/** How many events one filtered page looks at before it answers, however few of them match. */
const LOOKED_AT = 10_000;

/**
 * After $1, up to $2, and only while the session $3, $4 that settled $2 is alive on this very server: through a failover
 * a page could otherwise be read on a server for which that head means nothing.
 */
const READABLE = `position > $1 and position <= $2
  and (select extract(epoch from backend_start)::text from pg_stat_get_activity($3)) = $4`;

const EVERYTHING = {
  name: 'sijil-page',
  text: `select ${STORED_COLUMNS} from events where ${READABLE} order by position limit $5`,
};

const MATCHING = {
  name: 'sijil-matching-page',
  text: `select ${STORED_COLUMNS} from (select * from events where ${READABLE} order by position limit $5) looked
          where coalesce(category = any ($6), true) and coalesce(type = any ($7), true) order by position limit $8`,
};

const LAST_LOOKED_AT = {
  name: 'sijil-last-looked-at',
  text: `select max(position), count(*)::integer from (select position from events where ${READABLE} order by position limit $5) looked`,
};

const STILL_THERE = {
  name: 'sijil-session-still-there',
  text: `select (select extract(epoch from backend_start)::text from pg_stat_get_activity($1)) = $2`,
};

const LAST = {
  name: 'sijil-last',
  text: 'select position from events where position <= $1 order by position desc limit 1',
};

/**
 * One page of what is settled up to `settled`. It is at the end when nothing readable is left behind it. Null when the session that
 * settled it has ended, and nobody knows whether something is left.
 */
export async function pageUpTo(
  settled: SettledHead,
  { after, filter, max }: ReadAll,
  pool: pg.Pool,
): Promise<Page | null> {
  const { head, session } = settled;
  const range = [after ?? '0', head, session.pid, session.startedAt];
  const rows = filter
    ? await ask<StoredRow>(pool, MATCHING, [...range, LOOKED_AT, names(filter.categories), names(filter.types), max])
    : await ask<StoredRow>(pool, EVERYTHING, [...range, max]);
  const events = rows.map(storedEvent);
  const last = events.at(-1)?.position ?? after;
  if (events.length >= max || last === head) return { events, next: last, atEnd: last === head };

  const looked = filter ? await lastLookedAt(range, pool) : { position: last, count: 0 };
  if (looked.count >= LOOKED_AT) return { events, next: looked.position, atEnd: false };
  return (await isThere(session, pool)) ? { events, next: looked.position ?? last, atEnd: true } : null;
}

async function isThere({ pid, startedAt }: SettledHead['session'], pool: pg.Pool): Promise<boolean> {
  const [row] = await ask<[boolean | null]>(pool, STILL_THERE, [pid, startedAt]);
  return row![0] === true;
}

async function lastLookedAt(range: readonly unknown[], pool: pg.Pool) {
  const [row] = await ask<[string | null, number]>(pool, LAST_LOOKED_AT, [...range, LOOKED_AT]);
  const [position, count] = row!;
  return { position: position === null ? null : positionOf(position), count };
}

/** Names nothing can be called are left out: the database does not take them even in a question. */
function names(list: EventFilter['types']): readonly string[] | null {
  return list?.filter(isStorableName) ?? null;
}

/** The last event of what is settled. */
export async function lastUpTo({ head }: SettledHead, pool: pg.Pool): Promise<Position | null> {
  const [row] = await ask<[string]>(pool, LAST, [head]);
  return row ? positionOf(row[0]) : null;
}

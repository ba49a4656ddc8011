import type pg from 'pg';
import type { SijilEvent } from '../../domain/events/index.js';
import type { Original } from '../../domain/register/fold.js';
import type { EarlierOriginals } from './page-rows.js';

/** Looks up, in one query, the entries that a page's corrections and withdrawals name and that lie in earlier pages. */
export async function earlierOriginals(
  client: pg.ClientBase,
  schema: string,
  events: readonly SijilEvent[],
): Promise<EarlierOriginals> {
  const inPage = new Set(events.map(({ eventId }) => eventId));
  const sought = events.flatMap(({ type, stream, data }) =>
    (type === 'EntryCorrected' || type === 'EntryWithdrawn') && !inPage.has(data.target)
      ? [{ stream, eventId: data.target }]
      : [],
  );
  if (sought.length === 0) return () => undefined;
  const { rows } = await client.query<Original & { stream: string; eventId: string }>(
    `select o.stream, o.event_id as "eventId", o.type, o.ordinal
       from unnest($1::text[], $2::uuid[]) as sought (stream, event_id)
       join ${schema}.originals o on o.stream = sought.stream and o.event_id = sought.event_id`,
    [sought.map(({ stream }) => stream), sought.map(({ eventId }) => eventId)],
  );
  const found = new Map(rows.map(({ stream, eventId, type, ordinal }) => [`${stream} ${eventId}`, { type, ordinal }]));
  return (stream, eventId) => found.get(`${stream} ${eventId}`);
}

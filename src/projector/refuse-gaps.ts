import type pg from 'pg';
import { HistoryIncomplete } from '../event-store/kurrent/errors.js';
import type { ProjectedPage, Projection } from './projection.js';

/**
 * Throws {@link HistoryIncomplete} where an event does not follow the one before it in its stream: what lay between them is gone
 * from the log, and rows folded without it would be wrong in silence.
 */
export async function refuseGaps(
  projection: Projection,
  { events }: ProjectedPage,
  transaction: pg.ClientBase,
): Promise<void> {
  if (projection.lengths === undefined) return;
  const firsts = new Map<string, number>();
  const nexts = new Map<string, number>();
  for (const { stream, revision } of events) {
    const expected = nexts.get(stream);
    if (expected === undefined) firsts.set(stream, revision);
    else if (revision !== expected) throw new HistoryIncomplete(stream, expected, revision);
    nexts.set(stream, revision + 1);
  }
  // Most streams of a page begin in it.
  const begun = [...firsts].filter(([, revision]) => revision > 0);
  if (begun.length === 0) return;
  const streams = begun.map(([stream]) => stream);
  const lengths = await projection.lengths(streams, transaction);
  for (const [stream, revision] of begun) {
    const expected = lengths.get(stream) ?? 0;
    if (revision !== expected) throw new HistoryIncomplete(stream, expected, revision);
  }
}

import type pg from 'pg';
import { decode } from '../domain/events/decode.js';
import { passageErased } from '../domain/events/protection.js';
import { CATEGORIES } from '../domain/streams.js';
import type { EventStore } from '../event-store/event-store.js';
import { untilAborted } from '../event-store/until-aborted.js';
import type { Vault } from '../vault/vault.js';
import { checkpointOf, ensureCheckpoint, moveCheckpoint } from './checkpoints.js';

export const ERASURES = 'erasures';
const PAGE = 500;

/**
 * Empties every passage whose erasure is in the log, from where the last sweep ended: a process may die, or its database be
 * away, between the append that erases and the emptying. Answers how many passages still had their words.
 */
export async function sweepErasures(
  log: EventStore,
  vault: Vault,
  pool: pg.Pool,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  await ensureCheckpoint(pool, ERASURES);
  let emptied = 0;
  for (let atEnd = false; !atEnd && !signal.aborted;) {
    const after = await checkpointOf(pool, ERASURES);
    const filter = { categories: CATEGORIES, types: [passageErased.type] };
    const page = await untilAborted(log.readAll({ after, filter, max: PAGE }), signal);
    if (page === 'aborted') break;
    for (const stored of page.events) {
      const event = decode(stored);
      if (event.type === 'PassageErased' && (await vault.erase(event.data.passage, event.data.reason))) emptied += 1;
    }
    // Somebody who swept the same page at the same time did the same.
    if (page.next !== null && page.next !== after) await moveCheckpoint(pool, ERASURES, after, page.next);
    ({ atEnd } = page);
  }
  return emptied;
}

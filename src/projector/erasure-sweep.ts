import type pg from 'pg';
import { decode, UndecodableEvent } from '../domain/events/decode.js';
import { passageErased } from '../domain/events/protection.js';
import type { Position } from '../domain/envelope.js';
import { CATEGORIES } from '../domain/streams.js';
import type { EventStore, StoredEvent } from '../event-store/event-store.js';
import { untilAborted } from '../event-store/until-aborted.js';
import type { Vault } from '../vault/vault.js';
import { checkpointOf, ensureCheckpoint, moveCheckpoint } from './checkpoints.js';

export const ERASURES = 'erasures';
const PAGE = 500;

/**
 * Empties every passage whose erasure is in the log, from where the last sweep ended: a process may die, or its database be
 * away, between the append that erases and the emptying. An erasure that cannot be read is passed over, but the stored
 * checkpoint stays before it: the next process, perhaps of a release that can read it, tries again.
 */
export class ErasureSweep {
  /** Erasures that this process could not read: their passages may still have their words. */
  readonly unread: UndecodableEvent[] = [];
  private passedOver: { at: Position | null } | null = null;

  constructor(
    private readonly log: EventStore,
    private readonly vault: Vault,
    private readonly pool: pg.Pool,
  ) {}

  /** Answers how many passages still had their words. */
  async run(signal: AbortSignal = new AbortController().signal): Promise<number> {
    await ensureCheckpoint(this.pool, ERASURES);
    let emptied = 0;
    for (let atEnd = false; !atEnd && !signal.aborted;) {
      const after = this.passedOver ? this.passedOver.at : await checkpointOf(this.pool, ERASURES);
      const filter = { categories: CATEGORIES, types: [passageErased.type] };
      const page = await untilAborted(this.log.readAll({ after, filter, max: PAGE }), signal);
      if (page === 'aborted') break;
      const unread: UndecodableEvent[] = [];
      for (const stored of page.events) if (await this.empty(stored, unread)) emptied += 1;
      this.unread.push(...unread);
      if (this.unread.length > 0) this.passedOver = { at: page.next };
      // Somebody who swept the same page at the same time did the same.
      else if (page.next !== null && page.next !== after) await moveCheckpoint(this.pool, ERASURES, after, page.next);
      ({ atEnd } = page);
    }
    return emptied;
  }

  private async empty(stored: StoredEvent, unread: UndecodableEvent[]): Promise<boolean> {
    try {
      const event = decode(stored);
      return event.type === 'PassageErased' && (await this.vault.erase(event.data.passage, event.data.reason));
    } catch (error) {
      if (!(error instanceof UndecodableEvent)) throw error;
      unread.push(error);
      return false;
    }
  }
}

import { Pool } from 'pg';
import type { PoolConfig } from 'pg';
import { encodeAppend } from '../encoded-append.js';
import { EventIdReused, StoreUnavailable, WrongExpectedRevision } from '../errors.js';
import { EventStore } from '../event-store.js';
import type {
  AppendResult,
  Expected,
  NewEvent,
  Page,
  Position,
  ReadAll,
  StoredEvent,
  Subscribe,
  SubscriptionMessage,
} from '../event-store.js';
import { follow } from '../follow.js';
import type { LogCondition } from '../log-condition.js';
import { checkedPosition } from '../position.js';
import { isStorableName } from '../storable-text.js';
import { Wake, type Waking } from '../wake.js';
import { appendOutcome } from './append-outcome.js';
import { ask } from './ask.js';
import { Announcements } from './announcements.js';
import { blockersOf } from './blockers.js';
import { logConnection } from './connection.js';
import { FenceSession } from './fence-session.js';
import { FencedHead } from './fenced-head.js';
import type { Fence } from './fenced-head.js';
import { lastUpTo, pageUpTo } from './fenced-pages.js';
import { SingleAppends } from './single-appends.js';
import { isCollision, storeError } from './store-error.js';
import { storedEvent } from './stored-rows.js';
import { STREAM_PAGE, StreamReads } from './stream-reads.js';

const COLLISIONS = 5;

// Selected as one value, as `append_event` is.
const APPEND_MANY = { name: 'sijil-append-events', text: 'select append_events($1, $2, $3, $4, $5, $6)::text' };

export interface PostgresEventStoreOptions {
  /** How often subscriptions look by themselves, in case an announcement got lost. */
  readonly pollMs?: number;
  /** How long a reader waits for unfinished writes before it is given what was readable already. */
  readonly patienceMs?: number;
}

/**
 * The log in PostgreSQL. It opens connections of its own: a pool to append and read, one to watch the head and, from the
 * first append or subscription on, one to announce and listen. The tables come from the migrations.
 */
export class PostgresEventStore extends EventStore {
  private readonly pool: Pool;
  private readonly singles: SingleAppends;
  private readonly streams: StreamReads;
  private readonly fenced: FencedHead;
  private readonly announcements: Announcements;
  private readonly wake = new Wake();
  private readonly closing = new AbortController();
  private readonly pollMs: number;

  constructor(config: PoolConfig, { pollMs = 1_000, patienceMs = 1_000 }: PostgresEventStoreOptions = {}) {
    super();
    const connection = logConnection(config);
    this.pollMs = pollMs;
    this.pool = new Pool({ application_name: 'sijil log', max: 16, ...connection });
    // A connection lost while idle concerns nobody: the next query gets another, or says why not.
    this.pool.on('error', () => undefined);
    this.singles = new SingleAppends(this.pool);
    this.streams = new StreamReads(this.pool);
    this.fenced = new FencedHead(
      (lost) => FenceSession.open(connection, lost),
      () => this.wake.call(),
      patienceMs,
    );
    this.announcements = new Announcements(connection, this.wake);
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
    const { ids, types, data, metadata } = encodeAppend(stream, events);
    const at = [stream, expected === 'none' ? null : expected] as const;
    const row = await untilUndisturbed(() =>
      ids.length === 1
        ? this.singles.outcome([...at, ids[0]!, types[0]!, data[0]!, metadata[0]!])
        : this.appendMany([...at, ids, types, data, metadata]),
    );

    const { outcome, revision, position, reused } = appendOutcome(row);
    if (outcome === 'unexpected') throw new WrongExpectedRevision(stream, expected, revision);
    if (outcome === 'reused') throw new EventIdReused(stream, reused);
    if (outcome === 'appended') {
      this.wake.call();
      this.announcements.announce();
    }
    return { revision, position, repeated: outcome === 'repeated' };
  }

  async *readStream(stream: string, from = 0): AsyncGenerator<StoredEvent, void, undefined> {
    if (!isStorableName(stream)) return;
    for (let next = Math.max(0, from), full = true; full;) {
      const rows = await this.streams.page({ stream, from: next });
      for (const row of rows) yield storedEvent(row);
      next += rows.length;
      full = rows.length === STREAM_PAGE;
    }
  }

  async readAll(read: ReadAll): Promise<Page> {
    checkedPosition(read.after);
    const { known } = this.fenced;
    if (known && (read.after === null || read.after < known.head)) {
      const page = await pageUpTo(known, read, this.pool);
      if (page && !page.atEnd) return page;
    }
    const page = await pageUpTo(await this.fenced.settled(), read, this.pool);
    if (!page)
      throw new StoreUnavailable('The connection that watched the head of the log was lost while it was read.');
    return page;
  }

  subscribe(subscribe: Subscribe): AsyncIterable<SubscriptionMessage> {
    this.announcements.start();
    const signal = AbortSignal.any([subscribe.signal, this.closing.signal]);
    return follow(
      { readAll: (read) => this.readAll(read), wake: this.wake, pollMs: this.pollMs },
      { ...subscribe, signal },
    );
  }

  watch(): Waking {
    this.announcements.start();
    return this.wake;
  }

  async head(): Promise<Position | null> {
    return lastUpTo(await this.fenced.settled(), this.pool);
  }

  /** How far the log may be read, and what holds it back. */
  fence(): Fence {
    return this.fenced.fence;
  }

  override async condition(): Promise<LogCondition> {
    const { lag, blockers: writers } = this.fence();
    const { reconnections } = this.announcements;
    if (writers.length === 0) return { lagMs: 0, blockers: [], reconnections };
    const blockers = await blockersOf(writers, this.pool).catch((error: unknown) => {
      throw storeError(error);
    });
    return { lagMs: Math.round(lag), blockers, reconnections };
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    await Promise.all([this.announcements.close(), this.fenced.close(), this.pool.end()]);
  }

  private async appendMany(values: readonly unknown[]): Promise<string> {
    const [row] = await ask<readonly [string]>(this.pool, APPEND_MANY, values);
    return row![0];
  }
}

/** Runs an append again when it ran into another one that wanted the same. */
async function untilUndisturbed(append: () => Promise<string>): Promise<string> {
  for (let collisions = 0; ; collisions += 1) {
    try {
      return await append();
    } catch (error) {
      if (collisions >= COLLISIONS || !isCollision(error)) throw error;
    }
  }
}

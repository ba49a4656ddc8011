import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from '../errors.js';
import type { Position } from '../event-store.js';
import { FenceSession } from './fence-session.js';
import type { Writer } from './fence-session.js';
import { storeError } from './store-error.js';

const LONGEST_PAUSE_MS = 50;

/** Up to here every position has been committed or given up, as one database session saw it. */
export interface SettledHead {
  readonly head: Position;
  readonly session: FenceSession;
}

/** How far the log may be read, for how long (ms) the next step has been waited for, and who is in the way. */
export interface Fence {
  readonly head: Position | null;
  readonly lag: number;
  readonly blockers: readonly Writer[];
}

interface Waiter {
  readonly resolve: (head: SettledHead) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Finds how far the log may be read. A position is drawn at insert and seen at commit, so a later one may be seen first;
 * a reader that went by what it sees would pass over the earlier one for good. Therefore: note the last position drawn,
 * then list the transactions that are writing to the log, and wait until those are gone. Whatever was drawn by then is
 * decided, and a snapshot taken afterwards shows all of it.
 */
export class FencedHead {
  private session: FenceSession | null = null;
  private settledHead: SettledHead | null = null;
  private waiters: Waiter[] = [];
  private running = false;
  private closed = false;
  private waiting: { readonly since: number; readonly blockers: readonly Writer[] } | null = null;
  private gaveUp = false;

  /** `advanced` is called when a head is settled that somebody no longer waited for; `patienceMs` is how long readers wait. */
  constructor(
    private readonly connect: (lost: () => void) => Promise<FenceSession>,
    private readonly advanced: () => void,
    private readonly patienceMs: number,
  ) {}

  /** The last head that was settled, while its session lasts. */
  get known(): SettledHead | null {
    return this.settledHead;
  }

  get fence(): Fence {
    return {
      head: this.settledHead?.head ?? null,
      lag: this.waiting ? performance.now() - this.waiting.since : 0,
      blockers: this.waiting?.blockers ?? [],
    };
  }

  /**
   * A head settled no earlier than now; when writers hold it back for longer than a reader's patience, the last known one.
   * Many callers share one round.
   */
  settled(): Promise<SettledHead> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(waiter), this.patienceMs);
      const waiter: Waiter = {
        resolve: (head) => (clearTimeout(timer), resolve(head)),
        reject: (error) => (clearTimeout(timer), reject(error)),
      };
      this.waiters.push(waiter);
      void this.run();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.discard();
  }

  /** One round after another while somebody waits. Who comes during a round may know of an append it missed, and joins the next. */
  private async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    while (this.waiters.length > 0) {
      const joined = this.waiters;
      this.waiters = [];
      try {
        const settled = await this.round();
        for (const waiter of joined) waiter.resolve(settled);
        if (this.gaveUp) this.advanced();
      } catch (error) {
        void this.discard();
        for (const waiter of joined) waiter.reject(storeError(error));
      }
      this.gaveUp = false;
      this.waiting = null;
    }
    this.running = false;
  }

  private async round(): Promise<SettledHead> {
    const session = await this.connected();
    const since = performance.now();
    const head = await session.lastDrawn();
    let blockers = await session.writers();
    const before = new Set(blockers.map((writer) => writer.transaction));
    for (let delay = 1; blockers.length > 0; delay = Math.min(delay * 2, LONGEST_PAUSE_MS)) {
      this.waiting = { since, blockers };
      await pause(delay);
      // A transaction that is prepared gets another name on the way, so every prepared one may be one of ours.
      blockers = (await session.writers()).filter((writer) => writer.prepared || before.has(writer.transaction));
    }
    if (this.session !== session) throw new StoreUnavailable('The session that watched the head of the log was lost.');
    this.settledHead = { head, session };
    return this.settledHead;
  }

  private async connected(): Promise<FenceSession> {
    if (this.closed) throw new StoreUnavailable('The log is closed.');
    if (this.session) return this.session;
    let opened: FenceSession | undefined;
    opened = await this.connect(() => {
      if (opened && this.session === opened) void this.discard();
    });
    return (this.session = opened);
  }

  private giveUp(waiter: Waiter): void {
    this.gaveUp = true;
    this.waiters = this.waiters.filter((other) => other !== waiter);
    if (this.settledHead) waiter.resolve(this.settledHead);
    else
      waiter.reject(new StoreUnavailable(`The head of the log cannot be told yet: ${describe(this.fence.blockers)}.`));
  }

  /** What one session saw says nothing about the server another one reaches: after a crash the sequence may have gone back. */
  private async discard(): Promise<void> {
    const session = this.session;
    this.session = null;
    this.settledHead = null;
    await session?.end();
  }
}

function describe(blockers: readonly Writer[]): string {
  if (blockers.length === 0) return 'the database has not answered';
  const names = blockers.map((writer) =>
    writer.prepared ? `prepared transaction ${writer.transaction}` : `process ${writer.pid}`,
  );
  return `unfinished writes to it are held open by ${names.join(', ')}`;
}

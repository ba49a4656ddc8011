import type pg from 'pg';
import { UndecodableEvent } from '../domain/events/decode.js';
import type { Position } from '../domain/envelope.js';
import { backOff } from '../event-store/back-off.js';
import type { EventStore } from '../event-store/event-store.js';
import { HistoryIncomplete } from '../event-store/kurrent/errors.js';
import { Wake } from '../event-store/wake.js';
import { CarefulPages } from './careful-pages.js';
import { checkpointOf, ensureCheckpoint } from './checkpoints.js';
import { ReadModelsOfAnotherLog } from './errors.js';
import { nextPage } from './next-page.js';
import { projectPage } from './project-page.js';
import type { Projection } from './projection.js';
import type { ProjectionState } from './projection-status.js';
import { isOutage } from './retry.js';
import { noteStop, stopOf, type Stop } from './stop.js';

export interface LoopOptions {
  /** Most events of one page. */
  readonly pageSize?: number;
  /** How often a live loop looks by itself, in case no bell rang. */
  readonly pollMs?: number;
  /** How long a live loop leaves events to gather before its next page, unless somebody waits for them. */
  readonly gatherMs?: number;
  /** How often a failure that does not look like an outage is retried before the projection stops. */
  readonly attempts?: number;
  readonly firstPauseMs?: number;
  /** Throws where the projection must not be carried on at all; asked before the first page. */
  readonly allowed?: () => Promise<void>;
  /** Told when a projection stops. */
  readonly onStop?: (projection: string, stop: Stop, error: Error) => void;
}

const DEFAULTS = {
  pageSize: 1000,
  pollMs: 2_000,
  gatherMs: 100,
  attempts: 5,
  firstPauseMs: 100,
  allowed: async () => undefined,
  onStop: () => undefined,
};

/** Carries one projection along the log, page by page, until it is told to stop or cannot go on. */
export class ProjectionLoop {
  state: ProjectionState = 'idle';
  checkpoint: Position | null = null;
  /** Up to where the rows are this process's own doing and outlive a crash of the database; null when it cannot say. */
  secured: Position | null = null;
  error: Error | null = null;
  /** When it was last at the end of the log, by the process's clock. */
  lastLive = performance.now();
  /** Called whenever the checkpoint was seen to move, and whenever the loop is at the end of the log. */
  readonly moved = new Wake();
  /** Why it stopped, where it has. */
  stop: Stop | null = null;
  private stoppedAt: Position | null = null;
  private readonly pages: CarefulPages;
  private readonly hurried = new Wake();
  private awaited = 0;
  private readonly options: Required<LoopOptions>;

  constructor(
    readonly projection: Projection,
    private readonly store: EventStore,
    private readonly pool: pg.Pool,
    private readonly bell: Wake,
    options: LoopOptions = {},
  ) {
    this.options = { ...DEFAULTS, ...options };
    this.pages = new CarefulPages(this.options.pageSize);
  }

  async run(signal: AbortSignal): Promise<void> {
    this.state = 'catching-up';
    this.error = null;
    this.stop = null;
    let known = false;
    let failures = 0;
    while (!signal.aborted) {
      const seen = this.bell.calls;
      try {
        if (!known) {
          await this.options.allowed();
          await ensureCheckpoint(this.pool, this.projection.name);
          await this.resume();
          known = true;
        }
        const atEnd = await this.step();
        failures = 0;
        this.error = null;
        if (atEnd) await this.rest(seen, signal);
        else this.state = 'catching-up';
      } catch (error) {
        // Aborting closes what the loop works with; that is no failure.
        if (signal.aborted) break;
        this.error = error as Error;
        if (this.isHopeless(error, failures)) {
          await this.giveUp(error as Error);
          return;
        }
        this.state = 'retrying';
        known = false;
        await backOff(failures++, signal, this.options.firstPauseMs);
      }
    }
    this.state = 'idle';
  }

  /** Leaves nothing to gather while somebody waits, until the answer is called. */
  hurry(): () => void {
    this.awaited += 1;
    this.hurried.call();
    return () => void (this.awaited -= 1);
  }

  /** Looks, from outside the loop, where the stored checkpoint is: another process may have moved it on. */
  async look(): Promise<Position | null> {
    const stored = await checkpointOf(this.pool, this.projection.name);
    // The loop may have gone further meanwhile, and then it knows better.
    if (stored !== null && (this.checkpoint === null || stored > this.checkpoint)) this.moveTo(stored);
    return stored;
  }

  /** Projects one page; true when it reached the end of the log. */
  private async step(): Promise<boolean> {
    const most = this.pages.sizeAfter(this.checkpoint);
    const { page, atEnd } = await nextPage(this.store, this.projection, this.checkpoint, most);
    if (page === null) return atEnd && this.isWhereItWas();
    this.pages.trying(page);
    // While catching up, waiting for the disk would cost far more than writing a few lost pages again. At the end there are at
    // most ten pages a second, and what somebody has been told was there must be there after a crash.
    const written = await projectPage(this.pool, this.projection, page, atEnd).catch((error: unknown) => {
      if (!isOutage(error)) this.pages.failed(page);
      throw error;
    });
    if (written) {
      if (atEnd) this.secured = page.until;
      this.moveTo(page.until);
      return atEnd;
    }
    await this.resume();
    return false;
  }

  /** Whether nobody carries it on: it stopped here, and no other process has gone further since. */
  get isStuck(): boolean {
    return this.state === 'stopped' && this.checkpoint === this.stoppedAt;
  }

  private async giveUp(reason: Error): Promise<void> {
    this.stop = stopOf(reason, this.pages.suspect);
    this.stoppedAt = this.checkpoint;
    // Whoever looks at the log of the service, or asks it, learns of it all the same.
    await noteStop(this.pool, this.projection.name, this.checkpoint, this.stop).catch(() => undefined);
    this.state = 'stopped';
    this.moved.call();
    this.options.onStop(this.projection.name, this.stop, reason);
  }

  /** Goes on from where the stored checkpoint is, also when a crash of the database has set it back. */
  private async resume(): Promise<void> {
    const stored = await checkpointOf(this.pool, this.projection.name);
    this.checkpoint = stored;
    this.secured = null;
    this.moved.call();
  }

  /** False when a crash or a back-up has set the stored checkpoint back, or another process has moved it on. */
  private async isWhereItWas(): Promise<boolean> {
    if ((await checkpointOf(this.pool, this.projection.name)) === this.checkpoint) return true;
    await this.resume();
    return false;
  }

  private async rest(seen: number, signal: AbortSignal): Promise<void> {
    this.state = 'live';
    this.lastLive = performance.now();
    this.moved.call();
    await this.bell.since(seen, signal, this.options.pollMs);
    await this.gather(signal);
  }

  /** A page costs far more than one more event in it. */
  private async gather(signal: AbortSignal): Promise<void> {
    const left = this.lastLive + this.options.gatherMs - performance.now();
    if (left > 0 && this.awaited === 0) await this.hurried.since(this.hurried.calls, signal, left);
  }

  private moveTo(position: Position): void {
    this.checkpoint = position;
    this.moved.call();
  }

  private isHopeless(error: unknown, failures: number): boolean {
    if (error instanceof UndecodableEvent || error instanceof ReadModelsOfAnotherLog) return true;
    // Among several events, the one after the gap is found first.
    if (error instanceof HistoryIncomplete && this.pages.suspect?.stream === error.stream) return true;
    return !isOutage(error) && failures >= this.options.attempts;
  }
}

import type pg from 'pg';
import { UndecodableEvent } from '../domain/events/decode.js';
import type { Position } from '../domain/envelope.js';
import type { EventStore } from '../event-store/event-store.js';
import { Wake } from '../event-store/wake.js';
import { checkpointOf, ensureCheckpoint } from './checkpoints.js';
import { nextPage } from './next-page.js';
import { projectPage } from './project-page.js';
import type { Projection } from './projection.js';
import type { ProjectionState } from './projection-status.js';
import { backOff, isOutage } from './retry.js';

export interface LoopOptions {
  /** Most events of one page. */
  readonly pageSize?: number;
  /** How often a live loop looks by itself, in case no bell rang. */
  readonly pollMs?: number;
  /** How often a failure that does not look like an outage is retried before the projection stops. */
  readonly attempts?: number;
  readonly firstPauseMs?: number;
}

const DEFAULTS = { pageSize: 1000, pollMs: 2_000, attempts: 5, firstPauseMs: 100 };

/** Carries one projection along the log, page by page, until it is told to stop or cannot go on. */
export class ProjectionLoop {
  state: ProjectionState = 'idle';
  checkpoint: Position | null = null;
  error: Error | null = null;
  /** When it was last at the end of the log, by the process's clock. */
  lastLive = performance.now();
  /** Called whenever the checkpoint was seen to move, and whenever the loop is at the end of the log. */
  readonly moved = new Wake();
  private readonly options: Required<LoopOptions>;

  constructor(
    readonly projection: Projection,
    private readonly store: EventStore,
    private readonly pool: pg.Pool,
    private readonly bell: Wake,
    options: LoopOptions = {},
  ) {
    this.options = { ...DEFAULTS, ...options };
  }

  async run(signal: AbortSignal): Promise<void> {
    this.state = 'catching-up';
    this.error = null;
    let known = false;
    let failures = 0;
    while (!signal.aborted) {
      const seen = this.bell.calls;
      try {
        if (!known) {
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
          this.state = 'stopped';
          return;
        }
        this.state = 'retrying';
        known = false;
        await backOff(failures++, signal, this.options.firstPauseMs);
      }
    }
    this.state = 'idle';
  }

  /** Looks, from outside the loop, whether another process has moved the checkpoint on. */
  async look(): Promise<void> {
    const stored = await checkpointOf(this.pool, this.projection.name);
    // The loop may have gone further meanwhile, and then it knows better.
    if (stored !== null && (this.checkpoint === null || stored > this.checkpoint)) this.moveTo(stored);
  }

  /** Projects one page; true when it reached the end of the log. */
  private async step(): Promise<boolean> {
    const { page, atEnd } = await nextPage(this.store, this.projection, this.checkpoint, this.options.pageSize);
    if (page === null) return atEnd;
    if (await projectPage(this.pool, this.projection, page)) {
      this.moveTo(page.until);
      return atEnd;
    }
    await this.resume();
    return false;
  }

  /** Goes on from where the stored checkpoint is, also when a crash of the database has set it back. */
  private async resume(): Promise<void> {
    const stored = await checkpointOf(this.pool, this.projection.name);
    this.checkpoint = stored;
    this.moved.call();
  }

  private async rest(seen: number, signal: AbortSignal): Promise<void> {
    this.state = 'live';
    this.lastLive = performance.now();
    this.moved.call();
    await this.bell.since(seen, signal, this.options.pollMs);
  }

  private moveTo(position: Position): void {
    this.checkpoint = position;
    this.moved.call();
  }

  private isHopeless(error: unknown, failures: number): boolean {
    return error instanceof UndecodableEvent || (!isOutage(error) && failures >= this.options.attempts);
  }
}

import type pg from 'pg';
import type { Position } from '../domain/envelope.js';
import type { EventStore } from '../event-store/event-store.js';
import { DerivationLoop } from './derivation-loop.js';
import { ProjectionStopped } from './errors.js';
import { LogBell } from './log-bell.js';
import type { Projection } from './projection.js';
import { ProjectionLoop, type LoopOptions } from './projection-loop.js';
import type { ProjectionStatus } from './projection-status.js';

/** How often a waiting reader looks whether another process has moved the checkpoint. */
const LOOK_MS = 50;

/** Carries every projection along the log. Any number of processes may do so at once. */
export class Projector {
  private readonly bell: LogBell;
  private readonly loops: readonly ProjectionLoop[];
  private readonly derivations: ReadonlyMap<ProjectionLoop, DerivationLoop>;
  private head: Position | null = null;
  private running: { readonly stopping: AbortController; readonly done: Promise<unknown> } | null = null;

  constructor(
    private readonly store: EventStore,
    pool: pg.Pool,
    projections: readonly Projection[],
    options: LoopOptions = {},
  ) {
    this.bell = new LogBell(store);
    this.loops = projections.map((one) => new ProjectionLoop(one, store, pool, this.bell, options));
    this.derivations = new Map(this.loops.map((loop) => [loop, new DerivationLoop(loop, pool)]));
  }

  /** Begins, and goes on until {@link stop} is called or the signal aborts. Starting twice is starting once. */
  start(signal?: AbortSignal): void {
    if (this.running) return;
    const stopping = new AbortController();
    const until = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
    const done = Promise.all([
      this.bell.listen(until),
      ...this.loops.map((loop) => loop.run(until)),
      ...[...this.derivations.values()].map((derivation) => derivation.run(until)),
    ]);
    this.running = { stopping, done };
  }

  /** Finishes the pages that are being written, and begins no more. */
  async stop(): Promise<void> {
    const { running } = this;
    if (!running) return;
    running.stopping.abort();
    await running.done;
    this.running = null;
  }

  async status(): Promise<readonly ProjectionStatus[]> {
    // An unreachable log shows in the projections' own errors; the head is then the last one seen.
    this.head = await this.store.head().catch(() => this.head);
    return this.loops.map((loop) => this.statusOf(loop));
  }

  /**
   * Waits until the rows of a projection account for the log up to a position, whichever process writes them. False when
   * they do not within the time. Throws {@link ProjectionStopped} at once where nobody carries it on.
   */
  async reached(projection: string, position: Position, timeoutMs: number): Promise<boolean> {
    const loop = this.loops.find((one) => one.projection.name === projection);
    if (loop === undefined) throw new Error(`There is no projection called ${JSON.stringify(projection)}.`);
    if (isAt(loop.secured, position)) return true;
    const calm = loop.hurry();
    this.bell.call();
    return untilAt(loop, position, timeoutMs).finally(calm);
  }

  private statusOf(loop: ProjectionLoop): ProjectionStatus {
    const { checkpoint, state } = loop;
    const atHead = this.head === null || (checkpoint !== null && checkpoint >= this.head);
    return {
      projection: loop.projection.name,
      state,
      checkpoint,
      head: this.head,
      lagMs: atHead ? 0 : Math.round(performance.now() - loop.lastLive),
      error: (loop.error ?? this.derivations.get(loop)?.error)?.message ?? null,
      stop: loop.stop,
    };
  }
}

const isAt = (checkpoint: Position | null, position: Position): boolean =>
  checkpoint !== null && checkpoint >= position;

async function untilAt(loop: ProjectionLoop, position: Position, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  const never = new AbortController().signal;
  for (;;) {
    const seen = loop.moved.calls;
    if (isAt(await loop.look(), position)) return true;
    if (loop.isStuck) throw new ProjectionStopped(loop.projection.name);
    const left = end - performance.now();
    if (left <= 0) return false;
    await loop.moved.since(seen, never, Math.min(left, LOOK_MS));
  }
}

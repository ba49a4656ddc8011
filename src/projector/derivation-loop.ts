import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { backOff } from '../event-store/back-off.js';
import type { ProjectionLoop } from './projection-loop.js';

const POLL_MS = 5_000;
/** While the log grows: how much longer it rests after a piece than the piece took, and for how long at most. */
const REST = 4;
const LONGEST_REST_MS = 5_000;

/**
 * Derives what a projection's pages left to derive, beside them, so that a large subject does not hold up the log. While the
 * projection catches up it waits, and while the log grows it rests for most of the time: what is derived once at the end need
 * not be derived after every page.
 */
export class DerivationLoop {
  error: Error | null = null;

  constructor(
    private readonly loop: ProjectionLoop,
    private readonly pool: pg.Pool,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const { projection, moved } = this.loop;
    if (projection.deriveSome === undefined) return;
    for (let failures = 0; !signal.aborted;) {
      const seen = moved.calls;
      if (this.loop.state !== 'live') {
        await moved.since(seen, signal, POLL_MS);
        continue;
      }
      try {
        const began = performance.now();
        const more = await projection.deriveSome(this.pool);
        const took = performance.now() - began;
        failures = 0;
        this.error = null;
        if (!more) await moved.since(seen, signal, POLL_MS);
        else if (moved.calls !== seen) await rest(REST * took, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.error = error as Error;
        await backOff(failures++, signal);
      }
    }
  }
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.min(ms, LONGEST_REST_MS), undefined, { signal }).catch(() => undefined);
}

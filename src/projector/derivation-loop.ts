import type pg from 'pg';
import type { ProjectionLoop } from './projection-loop.js';
import { backOff } from './retry.js';

const POLL_MS = 5_000;

/**
 * Derives what a projection's pages left to derive, beside them, so that a large subject does not hold up the log. While the
 * projection catches up it waits: what is derived once at the end need not be derived after every page.
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
        const more = await projection.deriveSome(this.pool);
        failures = 0;
        this.error = null;
        if (!more) await moved.since(seen, signal, POLL_MS);
      } catch (error) {
        if (signal.aborted) return;
        this.error = error as Error;
        await backOff(failures++, signal);
      }
    }
  }
}

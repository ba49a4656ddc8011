import type { EventStore } from '../event-store/event-store.js';
import { Wake } from '../event-store/wake.js';

/** Rings whenever the log may have grown. It reads nothing: what has grown is for the projections to find out. */
export class LogBell extends Wake {
  constructor(private readonly store: EventStore) {
    super();
  }

  async listen(signal: AbortSignal): Promise<void> {
    const log = this.store.watch();
    for (let seen = log.calls; !signal.aborted;) {
      await log.since(seen, signal);
      seen = log.calls;
      this.call();
    }
  }
}

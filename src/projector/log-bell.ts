import { CATEGORIES } from '../domain/streams.js';
import type { EventStore } from '../event-store/event-store.js';
import { Wake } from '../event-store/wake.js';
import { backOff } from './retry.js';

/** Rings whenever the log has grown. A subscription that ends or fails is begun again; that it may have missed something, too, rings. */
export class LogBell extends Wake {
  constructor(private readonly store: EventStore) {
    super();
  }

  async listen(signal: AbortSignal): Promise<void> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        const after = await this.store.head();
        for await (const message of this.store.subscribe({ after, filter: { categories: CATEGORIES }, signal })) {
          if (message.kind === 'event') failures = 0;
          this.call();
        }
      } catch {
        // What is wrong with the log shows in the projections, which read it themselves.
      }
      this.call();
      await backOff(failures, signal);
    }
  }
}

import { PostgresEventStore } from '../../src/event-store/postgres/postgres-event-store.js';
import type { Position } from '../../src/event-store/event-store.js';
import type { Ledger } from './ledger.js';

/** A store, and a subscription that goes on from its last event whenever the store is closed and opened again. */
export class RestartingStore {
  private store: PostgresEventStore;
  private readonly told: string[] = [];
  longestLagMs = 0;

  constructor(
    private readonly url: string,
    private readonly ledger: Ledger,
  ) {
    this.store = this.open();
    ledger.told.push(this.told);
  }

  get current(): PostgresEventStore {
    return this.store;
  }

  get count(): number {
    return this.told.length;
  }

  async follow(stop: AbortSignal): Promise<void> {
    let after: Position | null = null;
    const watching = setInterval(() => {
      this.longestLagMs = Math.max(this.longestLagMs, this.store.fence().lag);
    }, 20);
    while (!stop.aborted) {
      try {
        for await (const message of this.store.subscribe({ after, signal: stop })) {
          if (message.kind !== 'event') continue;
          this.told.push(message.event.eventId);
          after = message.event.position;
        }
      } catch (error) {
        this.ledger.unexpected.push(`subscription: ${String(error)}`);
        break;
      }
    }
    clearInterval(watching);
  }

  async restart(): Promise<void> {
    const old = this.store;
    this.store = this.open();
    await old.close();
  }

  private open(): PostgresEventStore {
    return new PostgresEventStore({ connectionString: this.url, max: 8 }, { pollMs: 50 });
  }
}

import { decode } from '../domain/events/decode.js';
import type { Encoded } from '../domain/events/encode.js';
import type { SijilEvent } from '../domain/events/index.js';
import type { AppendResult, EventStore, Expected } from '../event-store/event-store.js';
import type { Vault } from '../vault/vault.js';

/** Where decisions read and write: the log with its vault, or a rehearsal over them. */
export interface Ledger {
  readonly vault: Vault;
  /** A stream, whole and in order; empty when there is none. */
  read(stream: string): Promise<readonly SijilEvent[]>;
  append(stream: string, expected: Expected, events: readonly Encoded[]): Promise<AppendResult>;
}

/** The log itself. */
export class RecordedLedger implements Ledger {
  constructor(
    private readonly store: EventStore,
    readonly vault: Vault,
  ) {}

  async read(stream: string): Promise<readonly SijilEvent[]> {
    const events: SijilEvent[] = [];
    for await (const stored of this.store.readStream(stream)) events.push(decode(stored));
    return events;
  }

  append(stream: string, expected: Expected, events: readonly Encoded[]): Promise<AppendResult> {
    return this.store.append(stream, expected, events);
  }
}

import { encodeAppend } from '../encoded-append.js';
import { EventIdReused, StoreUnavailable, WrongExpectedRevision } from '../errors.js';
import { matching } from '../event-filter.js';
import { EventStore } from '../event-store.js';
import type {
  AppendResult,
  Expected,
  NewEvent,
  Page,
  Position,
  ReadAll,
  StoredEvent,
  Subscribe,
  SubscriptionMessage,
} from '../event-store.js';
import { follow } from '../follow.js';
import { checkedPosition, positionOf } from '../position.js';
import { Wake, type Waking } from '../wake.js';
import { deepFrozen } from './deep-frozen.js';

/** The log in memory: the fastest adapter, gone with its process. */
export class MemoryEventStore extends EventStore {
  private readonly log: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  private readonly byId = new Map<string, StoredEvent>();
  private readonly wake = new Wake();
  private readonly closing = new AbortController();

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
    this.refuseWhenClosed();
    const { ids, types, data, metadata } = encodeAppend(stream, events);

    const repeated = this.repeated(stream, ids);
    if (repeated) return { revision: repeated.revision, position: repeated.position, repeated: true };

    const before = this.streams.get(stream) ?? [];
    const actual = before.at(-1)?.revision ?? null;
    if ((expected === 'none' ? null : expected) !== actual) throw new WrongExpectedRevision(stream, expected, actual);

    const appended = ids.map((eventId, index): StoredEvent =>
      deepFrozen({
        eventId,
        type: types[index]!,
        data: JSON.parse(data[index]!),
        metadata: JSON.parse(metadata[index]!),
        stream,
        revision: before.length + index,
        position: positionOf(this.log.length + index + 1),
      }),
    );
    this.streams.set(stream, before);
    for (const event of appended) {
      before.push(event);
      this.log.push(event);
      this.byId.set(event.eventId, event);
    }
    this.wake.call();
    const last = appended.at(-1)!;
    return { revision: last.revision, position: last.position, repeated: false };
  }

  async *readStream(stream: string, from = 0): AsyncGenerator<StoredEvent, void, undefined> {
    this.refuseWhenClosed();
    const events = this.streams.get(stream) ?? [];
    for (let revision = Math.max(0, from); revision < events.length; revision += 1) yield events[revision]!;
  }

  async readAll({ after, filter, max }: ReadAll): Promise<Page> {
    this.refuseWhenClosed();
    const start = Number(checkedPosition(after) ?? 0);
    const matches = matching(filter);
    const events: StoredEvent[] = [];
    let looked = start;
    while (looked < this.log.length && events.length < max) {
      const event = this.log[looked]!;
      if (matches(event)) events.push(event);
      looked += 1;
    }
    return { events, next: looked > start ? positionOf(looked) : after, atEnd: looked >= this.log.length };
  }

  subscribe(subscribe: Subscribe): AsyncIterable<SubscriptionMessage> {
    const signal = AbortSignal.any([subscribe.signal, this.closing.signal]);
    return follow(
      { readAll: (read) => this.readAll(read), wake: this.wake, pollMs: Infinity },
      { ...subscribe, signal },
    );
  }

  watch(): Waking {
    return this.wake;
  }

  async head(): Promise<Position | null> {
    this.refuseWhenClosed();
    return this.log.at(-1)?.position ?? null;
  }

  async close(): Promise<void> {
    this.closing.abort();
  }

  /** The last event of an append that is in the log as this one; undefined when none of its ids is there. */
  private repeated(stream: string, ids: readonly string[]): StoredEvent | undefined {
    const known = ids.map((id) => this.byId.get(id));
    const first = known.find((event) => event !== undefined);
    if (!first) return undefined;
    const same = known.every(
      (event, index) => event?.stream === stream && event.revision === (known[0]?.revision ?? NaN) + index,
    );
    if (!same) throw new EventIdReused(stream, first.eventId);
    return known.at(-1);
  }

  private refuseWhenClosed(): void {
    if (this.closing.signal.aborted) throw new StoreUnavailable('The log is closed.');
  }
}

import { UNHINDERED, type LogCondition } from './log-condition.js';
import type { Waking } from './wake.js';

/** Where an event lies in the log: opaque, fixed width, sorts as text within one log. Gaps are legal; nobody does arithmetic on it. */
export type Position = string;

/** What an append expects of its stream: that it does not exist, or that this is its last revision. */
export type Expected = 'none' | number;

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

/** An event on its way into the log. `eventId` is a UUID and makes the append idempotent; metadata is flat text. */
export interface NewEvent {
  readonly eventId: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: Readonly<Record<string, string>>;
}

/** An event as the log keeps it. `revision` counts from 0 within its stream. */
export interface StoredEvent extends NewEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}

/** Where an append ended: the revision and position of its last event. `repeated` when the very same append was already there. */
export interface AppendResult {
  readonly revision: number;
  readonly position: Position;
  readonly repeated: boolean;
}

/** Which events a reader wants; both lists narrow. A stream's category is what stands before its first hyphen. */
export interface EventFilter {
  readonly categories?: readonly string[];
  readonly types?: readonly string[];
}

export interface ReadAll {
  /** Strictly after this position; null is the beginning. */
  readonly after: Position | null;
  readonly filter?: EventFilter;
  /** At most this many matching events; a page may hold fewer. */
  readonly max: number;
}

export interface Page {
  readonly events: readonly StoredEvent[];
  /** Position of the last event looked at, matching or not: the cursor to go on from. `after` when nothing lay behind it. */
  readonly next: Position | null;
  /** True when the page reached the readable end of the log. */
  readonly atEnd: boolean;
}

export interface Subscribe {
  readonly after: Position | null;
  readonly filter?: EventFilter;
  readonly signal: AbortSignal;
}

/**
 * What a subscription tells: events in order; `checkpoint` when filtered-out events moved it on; `caught-up` each time it
 * reaches the end of the log and goes live.
 */
export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: StoredEvent }
  | { readonly kind: 'checkpoint'; readonly position: Position }
  | { readonly kind: 'caught-up'; readonly position: Position | null };

/** The largest append every adapter takes, counting data and metadata as UTF-8 JSON. */
export const MAX_APPEND_BYTES = 1_000_000;

/** The log. Every adapter is held to `test/contract/event-store.contract.ts`. */
export abstract class EventStore {
  /**
   * Appends all events or none. Throws {@link WrongExpectedRevision}, {@link EventIdReused}, {@link AppendTooLarge},
   * {@link UnstorableAppend} or {@link StoreUnavailable}.
   */
  abstract append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult>;

  /** One stream in order, from a revision (inclusive, 0 by default). Empty when there is no such stream. */
  abstract readStream(stream: string, from?: number): AsyncIterable<StoredEvent>;

  /**
   * One page of the whole log in order; never shows an event before all earlier ones are settled. Throws
   * {@link MalformedPosition} where `after` is no position of this log.
   */
  abstract readAll(read: ReadAll): Promise<Page>;

  /** From a position on and then live, until `signal` aborts: iteration then ends without an error. */
  abstract subscribe(subscribe: Subscribe): AsyncIterable<SubscriptionMessage>;

  /**
   * Wakes when there may be more to read, and sometimes in vain. One call may get lost with a connection: whoever waits looks
   * by itself now and then.
   */
  abstract watch(): Waking;

  /** Position of the last readable event, or null in an empty log. */
  abstract head(): Promise<Position | null>;

  /** How it is doing; looks at nothing that could keep the asker waiting for a writer. */
  async condition(): Promise<LogCondition> {
    return UNHINDERED;
  }

  abstract close(): Promise<void>;
}

import type { AppendToStreamOptions, Position, ReadAllOptions, SubscribeToAllOptions } from '@kurrent/kurrentdb-client';
import type { ReadStreamOptions } from '@kurrent/kurrentdb-client';
import type { JsonObject } from '../event-store.js';

/** An event on its way to the server, as the client wants it. */
export interface ProposedEvent {
  readonly contentType: 'application/json';
  readonly id: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly metadata: JsonObject;
}

/** An event as the client gives it back: text that is no JSON comes as a string, what was not written as JSON as bytes. */
export interface RecordedEvent {
  readonly streamId: string;
  readonly id: string;
  readonly type: string;
  readonly revision: bigint;
  readonly position?: Position | undefined;
  readonly data: unknown;
  readonly metadata: unknown;
}

export interface Resolved {
  readonly event?: RecordedEvent | undefined;
}

export interface Appended {
  readonly success: boolean;
  readonly nextExpectedRevision: bigint;
  readonly position?: Position | undefined;
}

/** A subscription of the client's: it tells by emitting, and may fall silent without ending. */
export interface Subscription {
  on(event: string, listener: (...told: never[]) => void): unknown;
  removeAllListeners(): unknown;
  destroy(): unknown;
  unsubscribe(): Promise<void>;
}

/** What the adapter needs of `KurrentDBClient`, so that the specs can script one. */
export interface KurrentClient {
  appendToStream(stream: string, events: ProposedEvent[], options: AppendToStreamOptions): Promise<Appended>;
  readStream(stream: string, options: ReadStreamOptions): AsyncIterable<Resolved>;
  readAll(options: ReadAllOptions): AsyncIterable<Resolved>;
  subscribeToAll(options: SubscribeToAllOptions): Subscription;
  dispose(): Promise<void>;
}

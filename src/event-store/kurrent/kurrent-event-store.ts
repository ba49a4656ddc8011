import { setTimeout as sleep } from 'node:timers/promises';
import { encodeAppend } from '../encoded-append.js';
import type { EncodedAppend } from '../encoded-append.js';
import { MalformedPosition, StoreUnavailable, UnstorableAppend, WrongExpectedRevision } from '../errors.js';
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
import { follow, retryDelay } from '../follow.js';
import { isStorableName } from '../storable-text.js';
import { Wake } from '../wake.js';
import { Bell } from './bell.js';
import type { Appended, KurrentClient } from './client.js';
import { Connection } from './connection.js';
import { HistoryIncomplete } from './errors.js';
import { isNotLeader, isOutOfTime, isWrongExpectation, storeError } from './failure.js';
import { InTurn } from './in-turn.js';
import { KnownStream } from './known-stream.js';
import { KnownStreams } from './known-streams.js';
import { logPositionOf, positionOf } from './log-position.js';
import { LogReader } from './log-reader.js';
import { OurStreams } from './our-streams.js';
import { proposedEvents, sizeOnServer } from './proposed-events.js';
import { within } from './within.js';

const STREAM_PAGE = 500;
const FILTERED_PAGE = 500;
const LOOKS = 5;
const NEW_LEADER_ATTEMPTS = 3;

export interface KurrentEventStoreOptions {
  /** The categories of our streams. All others in the same server are somebody else's, and are neither read nor written. */
  readonly categories: readonly string[];
  /** Put before the name of each of our streams, so that several registers can live in one server. Nothing by default. */
  readonly prefix?: string;
  /** How often subscriptions look by themselves, in case the bell did not ring. */
  readonly pollMs?: number;
  /** How long the server may stay silent about an event that is in the log before its subscription is replaced. */
  readonly stallMs?: number;
  /** How long an append, or one page of a stream, may take. */
  readonly answerMs?: number;
  /** How long one page of the whole log may take: the server may have many events of others to pass over. */
  readonly searchMs?: number;
  /** How many event ids are kept in memory, to recognise a repeated append without reading its stream again. */
  readonly knownIds?: number;
}

/**
 * The log in KurrentDB. An event's id is checked within its own stream only: the server has no index of ids, so that the
 * same id in two streams is not noticed here. When another process has just written the very same append, and this one has
 * not looked at the stream since, both are told that theirs was the first; it is stored once all the same.
 */
export class KurrentEventStore extends EventStore {
  private readonly ours: OurStreams;
  private readonly connection: Connection;
  private readonly reader: LogReader;
  private readonly bell: Bell;
  private readonly known: KnownStreams;
  private readonly turns = new InTurn();
  private readonly wake = new Wake();
  private readonly closing = new AbortController();
  private readonly pollMs: number;
  private readonly answerMs: number;

  constructor(connect: () => KurrentClient, options: KurrentEventStoreOptions) {
    super();
    const { categories, prefix = '', pollMs = 1_000, stallMs = 5_000, answerMs = 10_000, searchMs = 60_000 } = options;
    this.pollMs = pollMs;
    this.answerMs = answerMs;
    this.ours = new OurStreams(categories, prefix);
    this.known = new KnownStreams(options.knownIds ?? 100_000);
    this.connection = new Connection(connect);
    this.reader = new LogReader(this.connection, this.ours, { answerMs, searchMs });
    this.bell = new Bell(this.connection, this.reader, this.ours, this.wake, stallMs);
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
    const append = encodeAppend(stream, events);
    if (!this.ours.has(stream)) throw new UnstorableAppend(stream, 'its category is none of those kept in this log');
    const result = await this.turns.on(stream, () => this.appendOnce(stream, expected, append));
    if (!result.repeated) {
      this.wake.call();
      this.bell.expect(result.position);
    }
    return result;
  }

  async *readStream(stream: string, from = 0): AsyncGenerator<StoredEvent, void, undefined> {
    if (!isStorableName(stream) || !this.ours.has(stream)) return;
    const looked = new KnownStream(stream);
    for (let next = Math.max(0, from), full = true; full;) {
      const events = await this.reader.stream(stream, next, STREAM_PAGE);
      for (const event of events) looked.add(event.eventId);
      yield* events;
      next += events.length;
      full = events.length === STREAM_PAGE;
    }
    // Whoever reads a whole stream will often append to it next.
    if (from <= 0 && looked.last >= (this.known.of(stream)?.last ?? -1)) this.known.keep(looked);
  }

  async readAll({ after, filter, max }: ReadAll): Promise<Page> {
    const matches = matching(filter);
    const most = filter?.categories || filter?.types ? Math.max(max, FILTERED_PAGE) : max;
    // One more shows whether this is the end.
    const found = await this.found(after, most + 1);
    const events: StoredEvent[] = [];
    let looked = 0;
    for (const event of found) {
      if (looked === most || events.length === max) break;
      looked += 1;
      if (matches(event)) events.push(event);
    }
    this.bell.expect(found.at(-1)?.position ?? null);
    return { events, next: found[looked - 1]?.position ?? after, atEnd: looked === found.length };
  }

  subscribe(subscribe: Subscribe): AsyncIterable<SubscriptionMessage> {
    this.bell.start();
    const signal = AbortSignal.any([subscribe.signal, this.closing.signal]);
    return follow(
      { readAll: (read) => this.readAll(read), wake: this.wake, pollMs: this.pollMs },
      { ...subscribe, signal },
    );
  }

  async head(): Promise<Position | null> {
    return (await this.reader.last())?.position ?? null;
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    this.bell.close();
    await this.connection.close();
  }

  /**
   * The server recognises a repeated append only when the expectation is repeated as well, and takes known ids for new ones
   * when it is fresh. So the stream's ids are looked at first; while nobody else writes to it, they are known already.
   */
  private async appendOnce(stream: string, expected: Expected, append: EncodedAppend): Promise<AppendResult> {
    let known = this.known.of(stream) ?? (await this.lookedOn(new KnownStream(stream)));
    for (let looks = 0; looks < LOOKS; looks += 1) {
      const earlier = known.lastOf(append.ids);
      if (earlier !== null) return { ...(await this.placeOf(stream, earlier)), repeated: true };

      if (isAt(known, expected)) {
        const place = await this.write(stream, expected, append, looks > 0);
        if (place !== 'unsettled') {
          for (const id of append.ids) known.add(id);
          this.known.keep(known);
          return { ...place, repeated: false };
        }
      } else if (looks > 0) {
        throw new WrongExpectedRevision(stream, expected, known.last < 0 ? null : known.last);
      }
      known = await this.lookedOn(known);
    }
    throw new StoreUnavailable(`Stream ${stream} does not hold still: its revision could not be settled.`);
  }

  /** Where it ended, or `unsettled` when only another look at the stream can tell. */
  private async write(stream: string, expected: Expected, append: EncodedAppend, again: boolean) {
    try {
      const { success, nextExpectedRevision, position } = await this.written(stream, expected, append);
      // Clients that are told not to throw give a wrong revision with the refusal.
      if (!success) return 'unsettled';
      const revision = (expected === 'none' ? -1 : expected) + append.ids.length;
      if (Number(nextExpectedRevision) !== revision) {
        throw new HistoryIncomplete(stream, revision, Number(nextExpectedRevision));
      }
      return position ? { revision, position: positionOf(position) } : await this.placeOf(stream, revision);
    } catch (error) {
      if (isWrongExpectation(error)) return 'unsettled';
      // The server drops a repeated append without an answer while the first one is not settled, and expects another try.
      if (!again && isOutOfTime((error as Error).cause)) return 'unsettled';
      // Whether it went in is not known.
      this.known.forget(stream);
      throw error;
    }
  }

  private async written(stream: string, expected: Expected, append: EncodedAppend): Promise<Appended> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.connection.use((client) => this.sent(client, stream, expected, append));
      } catch (error) {
        const { cause } = error as Error;
        if (!isNotLeader(cause) || attempt === NEW_LEADER_ATTEMPTS) throw error;
        // Nothing was written, and the client turns to the new leader.
        await sleep(retryDelay(attempt));
      }
    }
  }

  private async sent(client: KurrentClient, stream: string, expected: Expected, append: EncodedAppend) {
    try {
      const sending = client.appendToStream(this.ours.nameOnServer(stream), proposedEvents(append), {
        streamState: expected === 'none' ? 'no_stream' : BigInt(expected),
        requiresLeader: true,
        deadline: this.answerMs,
      });
      return await within(this.answerMs, `appending to ${stream}`, sending);
    } catch (error) {
      if (isWrongExpectation(error)) throw error;
      throw storeError(error, { stream, bytes: sizeOnServer(append) });
    }
  }

  /** What is known of the stream, with what came after it. */
  private async lookedOn(known: KnownStream): Promise<KnownStream> {
    for (let full = true; full;) {
      const events = await this.reader.stream(known.stream, known.last + 1, STREAM_PAGE);
      for (const event of events) known.add(event.eventId);
      full = events.length === STREAM_PAGE;
    }
    this.known.keep(known);
    return known;
  }

  private async placeOf(stream: string, revision: number) {
    const [event] = await this.reader.stream(stream, revision, 1);
    if (!event) throw new HistoryIncomplete(stream, revision, null);
    return { revision, position: event.position };
  }

  /** At most so many of our events after a position. Throws {@link MalformedPosition} where no event begins. */
  private async found(after: Position | null, max: number): Promise<readonly StoredEvent[]> {
    if (after !== null) logPositionOf(after);
    try {
      return await this.reader.after(after, max, this.bell.skip(after));
    } catch (error) {
      if (after === null || !wasAnswered(error)) throw error;
    }
    // To the client, a server that knows no such position and one that is away look alike. Only the latter is away for all.
    await this.reader.last();
    try {
      return await this.reader.after(after, max);
    } catch (error) {
      if (!wasAnswered(error)) throw error;
      await this.reader.last();
      throw new MalformedPosition(after);
    }
  }
}

const isAt = (known: KnownStream, expected: Expected): boolean =>
  expected === 'none' ? known.last < 0 : known.last >= 0 && known.last === expected;

const wasAnswered = (error: unknown): boolean => error instanceof StoreUnavailable && error.cause !== undefined;

import { encodeAppend } from '../encoded-append.js';
import { UnstorableAppend } from '../errors.js';
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
import { UNHINDERED, type LogCondition } from '../log-condition.js';
import { isStorableName } from '../storable-text.js';
import { Wake, type Waking } from '../wake.js';
import { Appending, STREAM_PAGE } from './appending.js';
import { Bell } from './bell.js';
import type { KurrentClient } from './client.js';
import { Connection } from './connection.js';
import { KnownEnd } from './known-end.js';
import { KnownStream } from './known-stream.js';
import { KnownStreams } from './known-streams.js';
import { LastEvent } from './last-event.js';
import { LogPages } from './log-pages.js';
import { LogReader } from './log-reader.js';
import { LogSearch } from './log-search.js';
import type { KurrentEventStoreOptions } from './options.js';
import { OurStreams } from './our-streams.js';
import { Remembered } from './remembered.js';
import { Sending } from './sending.js';

/**
 * The log in KurrentDB. An event's id is checked within its own stream only: the server has no index of ids, so that the
 * same id in two streams is not noticed here. When another process has just written the very same append, and this one has
 * looked neither at the stream nor at the end of the log since, both are told that theirs was the first; it is stored once
 * all the same.
 */
export class KurrentEventStore extends EventStore {
  private readonly ours: OurStreams;
  private readonly connection: Connection;
  private readonly reader: LogReader;
  private readonly last: Remembered<LastEvent>;
  private readonly pages: LogPages;
  private readonly appending: Remembered<Appending>;
  private readonly bell: Bell;
  private readonly known: Remembered<KnownStreams>;
  private readonly wake = new Wake();
  private readonly closing = new AbortController();
  private readonly pollMs: number;

  constructor(connect: () => KurrentClient, options: KurrentEventStoreOptions) {
    super();
    const { pollMs = 1_000, stallMs = 5_000, answerMs = 10_000, searchMs = 60_000 } = options;
    this.pollMs = pollMs;
    this.ours = new OurStreams(options.categories, options.prefix ?? '');
    this.connection = new Connection(connect);
    this.reader = new LogReader(this.connection, this.ours, { answerMs, searchMs });
    this.last = this.remembered(() => new LastEvent(this.reader, answerMs));
    this.bell = new Bell(this.connection, this.last, this.ours, this.wake, stallMs);
    const search = this.remembered(() => new LogSearch(this.reader, answerMs));
    this.pages = new LogPages(this.reader, search, this.bell);
    this.known = this.remembered(() => new KnownStreams(options.knownIds ?? 100_000));
    const sending = new Sending(this.connection, this.ours, answerMs);
    const end = () => new KnownEnd(() => this.reader.end(), options.endMs ?? 200);
    this.appending = this.remembered(() => new Appending(sending, this.reader, this.known.current, end()));
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<AppendResult> {
    const append = encodeAppend(stream, events);
    if (!this.ours.has(stream)) throw new UnstorableAppend(stream, 'its category is none of those kept in this log');
    const result = await this.appending.current.append(stream, expected, append);
    if (!result.repeated) {
      this.wake.call();
      this.bell.expect(result.position);
    }
    return result;
  }

  async *readStream(stream: string, from = 0): AsyncGenerator<StoredEvent, void, undefined> {
    if (!isStorableName(stream) || !this.ours.has(stream)) return;
    const known = this.known.current;
    const looked = new KnownStream(stream);
    for (let next = Math.max(0, from), full = true; full;) {
      const events = await this.reader.stream(stream, next, STREAM_PAGE);
      for (const event of events) looked.add(event.eventId);
      yield* events;
      next += events.length;
      full = events.length === STREAM_PAGE;
    }
    // Whoever reads a whole stream will often append to it next.
    if (from <= 0 && looked.last >= (known.of(stream)?.last ?? -1)) known.keep(looked);
  }

  readAll(read: ReadAll): Promise<Page> {
    return this.pages.page(read);
  }

  subscribe(subscribe: Subscribe): AsyncIterable<SubscriptionMessage> {
    this.bell.start();
    const signal = AbortSignal.any([subscribe.signal, this.closing.signal]);
    return follow(
      { readAll: (read) => this.readAll(read), wake: this.wake, pollMs: this.pollMs },
      { ...subscribe, signal },
    );
  }

  watch(): Waking {
    this.bell.start();
    return this.wake;
  }

  async head(): Promise<Position | null> {
    return this.last.current.find();
  }

  override async condition(): Promise<LogCondition> {
    return { ...UNHINDERED, reconnections: this.bell.reconnections };
  }

  async close(): Promise<void> {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    this.bell.close();
    await this.connection.close();
  }

  private remembered<T>(afresh: () => T): Remembered<T> {
    return new Remembered(this.connection, afresh);
  }
}

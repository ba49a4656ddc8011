import { EventEmitter } from 'node:events';
import type { ReadAllOptions, ReadStreamOptions, SubscribeToAllOptions } from '@kurrent/kurrentdb-client';
import type {
  Appended,
  KurrentClient,
  ProposedEvent,
  RecordedEvent,
  Resolved,
  Subscription,
} from '../../src/event-store/kurrent/client.js';

/** What happens instead of the next call of this name: it throws, hangs, or answers something of its own. */
type Deed = () => unknown;
type Call = 'appendToStream' | 'readStream' | 'readAll' | 'subscribeToAll';
type AllOptions = ReadAllOptions | SubscribeToAllOptions;

/** An error as the client throws it: a type of its own, and often no message at all. */
export const clientError = (type: string, more: object = {}): Error => Object.assign(new Error(''), { type, ...more });

/** An unreachable server, as an append is told of it. */
export const plainOutage = (): Error =>
  Object.assign(new Error('14 UNAVAILABLE: No connection established.'), { code: 14 });

const BEFORE_ALL = 1_000n;

/** A server that behaves as KurrentDB was seen to behave, until it is told to do something else. */
export class ScriptedKurrent {
  readonly records: RecordedEvent[] = [];
  readonly subscriptions: ScriptedSubscription[] = [];
  readonly calls: { readonly call: Call; readonly options: Record<string, unknown> }[] = [];
  readonly clients: { disposed: boolean }[] = [];
  /** Whether new events are kept from the subscriptions. */
  mute = false;
  /** How many events of others it passes over in one search before it says no more. */
  passesOver = Infinity;
  private readonly script = new Map<Call, Deed[]>();
  private readonly byStream = new Map<string, RecordedEvent[]>();
  private readonly places = new Map<bigint, number>();
  private end = BEFORE_ALL;

  readonly connect = (): KurrentClient => {
    const client = { disposed: false };
    this.clients.push(client);
    return {
      appendToStream: async (stream, events, options) => {
        const instead = await this.called('appendToStream', options);
        return instead ? (instead as Appended) : this.append(stream, events, options.streamState);
      },
      readStream: (stream, options) => this.readStream(stream, options),
      readAll: (options) => this.readAll(options),
      subscribeToAll: (options) => this.subscribe(options),
      dispose: async () => {
        client.disposed = true;
      },
    };
  };

  /** What the next calls of this name come to, one after another. */
  next(call: Call, ...deeds: Deed[]): void {
    this.script.set(call, [...(this.script.get(call) ?? []), ...deeds]);
  }

  optionsOf(call: Call) {
    return this.calls.filter((made) => made.call === call).map(({ options }) => options);
  }

  /** Puts an event into the log without asking anything, as others may. */
  record(stream: string, event: Partial<RecordedEvent> = {}): RecordedEvent {
    this.end += 137n;
    const recorded: RecordedEvent = {
      streamId: stream,
      id: crypto.randomUUID(),
      type: 'StatementIssued',
      revision: BigInt(this.byStream.get(stream)?.length ?? 0),
      position: { commit: this.end, prepare: this.end },
      data: {},
      metadata: {},
      ...event,
    };
    this.keep(recorded);
    if (!this.mute) for (const subscription of this.subscriptions) subscription.tell(recorded);
    return recorded;
  }

  /** Comes back from a back-up that holds only the first so many events. */
  restore(count: number): void {
    const kept = this.records.splice(0).slice(0, count);
    this.byStream.clear();
    this.places.clear();
    this.end = BEFORE_ALL;
    for (const event of kept) {
      this.end = event.position!.commit;
      this.keep(event);
    }
  }

  private keep(event: RecordedEvent): void {
    this.places.set(this.end, this.records.length);
    this.byStream.set(event.streamId, [...(this.byStream.get(event.streamId) ?? []), event]);
    this.records.push(event);
  }

  private append(stream: string, events: ProposedEvent[], state: unknown): Appended {
    const before = this.byStream.get(stream) ?? [];
    const expected = state === 'no_stream' ? -1 : Number(state);
    const last = before.length - 1;
    if (expected < last) {
      const there = before.slice(expected + 1, expected + 1 + events.length);
      const repeated = there.length === events.length && there.every(({ id }, index) => id === events[index]!.id);
      if (repeated)
        return { success: true, nextExpectedRevision: there.at(-1)!.revision, position: there.at(-1)!.position };
    }
    if (expected !== last) throw clientError('wrong-expected-version');
    const written = events.map(({ id, type, data, metadata }) =>
      this.record(stream, {
        id,
        type,
        data: JSON.parse(JSON.stringify(data)),
        metadata: JSON.parse(JSON.stringify(metadata)),
      }),
    );
    return { success: true, nextExpectedRevision: written.at(-1)!.revision, position: written.at(-1)!.position };
  }

  private async *readStream(stream: string, options: ReadStreamOptions): AsyncGenerator<Resolved> {
    await this.called('readStream', options);
    const events = this.byStream.get(stream) ?? [];
    if (events.length === 0) throw clientError('stream-not-found');
    const found = events.filter(({ revision }) => revision >= (options.fromRevision as bigint));
    for (const event of found.slice(0, Number(options.maxCount))) yield { event: structuredClone(event) };
  }

  private async *readAll(options: ReadAllOptions): AsyncGenerator<Resolved> {
    await this.called('readAll', options);
    const passes = passing(options);
    const step = options.direction === 'backwards' ? -1 : 1;
    let left = Number(options.maxCount);
    let passed = 0;
    const place = this.placeOf(
      step < 0 && options.fromPosition === 'end' ? this.end + 1n : commitOf(options.fromPosition),
    );
    // Backwards, the event at the position is left out.
    let index = step < 0 ? place - 1 : place;
    for (; left > 0 && index >= 0 && index < this.records.length; index += step) {
      const event = this.records[index]!;
      if (!passes(event) && (passed += 1) > this.passesOver) await new Promise(() => undefined);
      if (!passes(event)) continue;
      yield { event: structuredClone(event) };
      left -= 1;
    }
  }

  private subscribe(options: SubscribeToAllOptions): Subscription {
    const subscription = new ScriptedSubscription(options);
    this.subscriptions.push(subscription);
    const start = commitOf(options.fromPosition);
    this.called('subscribeToAll', options).then(
      (instead) => {
        if (instead) return;
        subscription.emit('confirmation');
        subscription.live = true;
        for (const event of this.records) if (!this.mute && event.position!.commit > start) subscription.tell(event);
      },
      (error: unknown) => subscription.emit('error', error),
    );
    return subscription;
  }

  /** Behind the end there is nothing; elsewhere an event must begin. */
  private placeOf(commit: bigint): number {
    if (commit === 0n) return 0;
    if (commit > this.end) return this.records.length;
    const place = this.places.get(commit);
    if (place === undefined) throw clientError('unavailable');
    return place;
  }

  private async called(call: Call, options: object): Promise<unknown> {
    this.calls.push({ call, options: { ...options } });
    return this.script.get(call)?.shift()?.();
  }
}

export class ScriptedSubscription extends EventEmitter {
  live = false;
  destroyed = false;
  unsubscribed = false;

  private readonly passes: (event: RecordedEvent) => boolean;

  constructor(readonly options: SubscribeToAllOptions) {
    super();
    this.passes = passing(options);
  }

  tell(event: RecordedEvent): void {
    if (this.live && this.passes(event)) this.emit('data', { event });
  }

  async checkpoint(position: bigint): Promise<void> {
    await this.options.filter?.checkpointReached?.(this as never, { commit: position, prepare: position });
  }

  override on(event: string, listener: (...told: never[]) => void): this {
    return super.on(event, listener as () => void);
  }

  destroy(): void {
    this.destroyed = true;
    this.live = false;
  }

  async unsubscribe(): Promise<void> {
    this.unsubscribed = true;
  }
}

const commitOf = (position: AllOptions['fromPosition']): bigint =>
  typeof position === 'object' ? position.commit : 0n;

function passing({ filter }: AllOptions): (event: RecordedEvent) => boolean {
  if (filter === undefined || !('regex' in filter)) return () => true;
  const regex = new RegExp(filter.regex);
  return ({ streamId }) => regex.test(streamId);
}

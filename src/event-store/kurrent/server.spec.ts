import { randomUUID } from 'node:crypto';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { aNewEvent, newEvents } from '../../../test/contract/a-new-event.js';
import { all } from '../../../test/contract/reading.js';
import { eventually } from '../../../test/support/eventually.js';
import { decode, UndecodableEvent } from '../../domain/events/decode.js';
import { MalformedPosition, WrongExpectedRevision } from '../errors.js';
import type { Position, SubscriptionMessage } from '../event-store.js';
import { HistoryIncomplete } from './errors.js';
import type { KurrentEventStore } from './kurrent-event-store.js';
import { openKurrentEventStore } from './open.js';

const url = process.env['KURRENTDB_URL'];
const onServer = url ? describe : describe.skip;

onServer(`a real KurrentDB${url ? '' : ' (skipped: KURRENTDB_URL is not set)'}`, () => {
  let prefix: string;
  let store: KurrentEventStore;
  let client: KurrentDBClient;
  const open = () => openKurrentEventStore(url!, { categories: ['statement'], prefix });

  beforeEach(async () => {
    prefix = `test${randomUUID().slice(0, 8)}.`;
    store = await open();
    const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
    client = KurrentDBClient.connectionString(url!);
  });
  afterEach(async () => {
    await store.close();
    await client.dispose();
  });

  const foreignEvents = (count: number) =>
    newEvents(count).map(({ eventId, type, data, metadata }) => ({
      contentType: 'application/json' as const,
      id: eventId,
      type,
      data: { ...data },
      metadata: { ...metadata },
    }));

  it('shows two stores each other’s appends', async () => {
    const other = await open();
    await store.append('statement-a', 'none', newEvents(2));
    await expect(other.append('statement-a', 'none', [aNewEvent()])).rejects.toThrow(WrongExpectedRevision);
    const events = newEvents(2);
    const { position } = await other.append('statement-a', 1, events);
    expect(await store.head()).toBe(position);
    expect(await store.append('statement-a', 0, events)).toEqual({ revision: 3, position, repeated: true });
    await other.close();
  });

  it('gives each revision to one of thirty writers in two processes’ stores', async () => {
    const stores = [store, await open()];
    for (let revision = 0; revision < 5; revision += 1) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 30 }, (_, writer) =>
          stores[writer % 2]!.append('statement-a', revision === 0 ? 'none' : revision - 1, [aNewEvent()]),
        ),
      );
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused).toHaveLength(29);
      for (const { reason } of refused) expect(reason).toBeInstanceOf(WrongExpectedRevision);
    }
    expect(await all(store.readStream('statement-a'))).toHaveLength(5);
    await stores[1]!.close();
  });

  it('is searched beyond what only concerns others, and nothing of ours is passed over', async () => {
    await store.append('statement-a', 'none', [aNewEvent()]);
    const stop = new AbortController();
    const told: SubscriptionMessage[] = [];
    const watching = (async () => {
      for await (const message of store.subscribe({ after: null, signal: stop.signal })) told.push(message);
    })();
    await eventually(() => expect(told.at(-1)).toMatchObject({ kind: 'caught-up' }));
    for (let round = 0; round < 4; round += 1) {
      await client.appendToStream(`${prefix}invoice-${round}`, foreignEvents(1_500));
      expect(await store.readAll({ after: await store.head(), max: 10 })).toMatchObject({ events: [], atEnd: true });
      await store.append('statement-a', round, [aNewEvent()]);
    }
    await eventually(() => expect(told.filter(({ kind }) => kind === 'event')).toHaveLength(5));
    stop.abort();
    await watching;
    const { events } = await store.readAll({ after: null, max: 100 });
    expect(told.flatMap((message) => (message.kind === 'event' ? [message.event] : []))).toEqual(events);
  });

  it('is got through, and its end found, where the server takes too long to search among others’ events', async () => {
    const hasty = await openKurrentEventStore(url!, { categories: ['statement'], prefix, searchMs: 1 });
    const first = await store.append('statement-a', 'none', [aNewEvent()]);
    for (let round = 0; round < 6; round += 1) {
      await client.appendToStream(`${prefix}invoice-${round}`, foreignEvents(1_500));
      expect(await hasty.head()).toBe(first.position);
    }
    const { position } = await store.append('statement-a', 0, newEvents(2));
    await client.appendToStream(`${prefix}invoice-last`, foreignEvents(1_500));
    const told: number[] = [];
    for (let after: Position | null = first.position, atEnd = false; !atEnd;) {
      const page = await hasty.readAll({ after, max: 1 });
      told.push(...page.events.map(({ revision }) => revision));
      ({ next: after, atEnd } = page);
    }
    expect(told).toEqual([1, 2]);
    expect(await hasty.head()).toBe(position);
    await hasty.close();
  });

  it('has no event where somebody makes a position up', async () => {
    await store.append('statement-a', 'none', [aNewEvent()]);
    const { position } = await store.append('statement-a', 0, newEvents(3));
    const [commit] = position.split('-');
    const between = String(BigInt(commit!) - 9n).padStart(19, '0');
    await expect(store.readAll({ after: `${between}-${between}`, max: 10 })).rejects.toThrow(MalformedPosition);
  });

  it('tells of a stream that was truncated', async () => {
    await store.append('statement-a', 'none', newEvents(5));
    await client.setStreamMetadata(`${prefix}statement-a`, { truncateBefore: 3 });
    const fresh = await open();
    await expect(all(fresh.readStream('statement-a'))).rejects.toMatchObject({
      constructor: HistoryIncomplete,
      expected: 0,
      found: 3,
    });
    await expect(fresh.append('statement-a', 4, [aNewEvent()])).rejects.toThrow(HistoryIncomplete);
    await fresh.close();
  });

  it('tells of a stream that was deleted for good', async () => {
    await store.append('statement-a', 'none', newEvents(2));
    await client.tombstoneStream(`${prefix}statement-a`);
    const fresh = await open();
    await expect(all(fresh.readStream('statement-a'))).rejects.toThrow(HistoryIncomplete);
    await expect(fresh.append('statement-a', 1, [aNewEvent()])).rejects.toThrow(HistoryIncomplete);
    await fresh.close();
  });

  it('passes an event on that is no JSON, for whoever decodes it to refuse', async () => {
    await client.appendToStream(`${prefix}statement-a`, {
      contentType: 'application/octet-stream',
      id: randomUUID(),
      type: 'StatementIssued',
      data: Buffer.from('{"statementId'),
      metadata: undefined,
    });
    const { events } = await store.readAll({ after: null, max: 10 });
    expect(events).toHaveLength(1);
    expect(() => decode(events[0]!)).toThrow(UndecodableEvent);
    expect(await all(store.readStream('statement-a'))).toEqual(events);
  });
});

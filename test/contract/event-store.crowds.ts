import { WrongExpectedRevision } from '../../src/event-store/errors.js';
import type { EventStore, StoredEvent, Subscribe, SubscriptionMessage } from '../../src/event-store/event-store.js';
import { aNewEvent, newEvents } from './a-new-event.js';
import { all, allPages } from './reading.js';

const WRITERS = 30;

interface Following {
  readonly stop: AbortController;
  readonly messages: AsyncIterator<SubscriptionMessage>;
}

/** What holds when many write at once, and others read meanwhile. */
export function crowds(store: () => EventStore, subscribe: (options: Omit<Subscribe, 'signal'>) => Following): void {
  it(`lets ${WRITERS} writers who read, decide and try again share one stream, each event once and none lost`, async () => {
    const turns = 3;
    const appended = await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        const own: string[] = [];
        for (let turn = 0; turn < turns; turn += 1) own.push(await insist(store(), 'statement-a', { writer, turn }));
        return own;
      }),
    );
    const stream = await all(store().readStream('statement-a'));
    expect(stream.map(({ revision }) => revision)).toEqual(Array.from({ length: WRITERS * turns }, (_, n) => n));
    expect(stream.map(({ eventId }) => eventId).sort()).toEqual(appended.flat().sort());
    for (const own of appended) {
      expect(stream.map(({ eventId }) => eventId).filter((id) => own.includes(id))).toEqual(own);
    }
    expect(await allPages(store())).toEqual(stream);
  });

  it(`keeps the streams of ${WRITERS} writers whole, also where a third of what they try is refused`, async () => {
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let turn = 0; turn < 6; turn += 1) {
          const refused = store().append(`statement-${writer}`, turn * 2 + 7, newEvents(2));
          await expect(refused).rejects.toThrow(WrongExpectedRevision);
          await store().append(`statement-${writer}`, turn === 0 ? 'none' : turn * 2 - 1, newEvents(2));
          await store().append(`report-${writer}-${turn}`, 'none', newEvents(1));
        }
      }),
    );
    const events = await allPages(store());
    expect(events).toHaveLength(WRITERS * 6 * 3);
    for (let writer = 0; writer < WRITERS; writer += 1) {
      const own = events.filter(({ stream }) => stream === `statement-${writer}`);
      expect(own.map(({ revision }) => revision)).toEqual(Array.from({ length: 12 }, (_, n) => n));
      expect(await all(store().readStream(`statement-${writer}`))).toEqual(own);
    }
  });

  it('tells a subscription 100,000 events in order, each once, while others go on writing', async () => {
    const total = 100_000;
    const batch = 500;
    const writers = 8;
    const half = total / 2 / batch;
    for (let n = 0; n < half; n += 1) await store().append(`statement-${n}`, 'none', newEvents(batch));

    const { messages } = subscribe({ after: null });
    const writing = Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let n = half + writer; n < 2 * half; n += writers) {
          await store().append(`statement-${n}`, 'none', newEvents(batch));
        }
      }),
    );
    const next = new Map<string, number>();
    let previous = '';
    for (let count = 0; count < total;) {
      const { value } = await messages.next();
      if (value?.kind !== 'event') continue;
      const { position, stream, revision } = value.event;
      if (position <= previous) throw new Error(`${position} was told after ${previous}`);
      if (revision !== (next.get(stream) ?? 0)) throw new Error(`${stream} at ${revision} was told out of turn`);
      previous = position;
      next.set(stream, revision + 1);
      count += 1;
    }
    await writing;
    expect(next.size).toBe(2 * half);
    expect([...new Set(next.values())]).toEqual([batch]);
    expect(previous).toBe(await store().head());
  }, 60_000);
}

/** Appends one event to where the stream is by now, as often as it takes. */
async function insist(store: EventStore, stream: string, data: StoredEvent['data']): Promise<string> {
  const event = aNewEvent({ data });
  for (let revision = (await all(store.readStream(stream))).length - 1; ;) {
    try {
      await store.append(stream, revision < 0 ? 'none' : revision, [event]);
      return event.eventId;
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      revision = error.actual ?? -1;
    }
  }
}

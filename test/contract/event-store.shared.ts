import { EventIdReused, WrongExpectedRevision } from '../../src/event-store/errors.js';
import type { EventStore, Position, StoredEvent } from '../../src/event-store/event-store.js';
import { aNewEvent, newEvents } from './a-new-event.js';
import { all, allPages, readUntilCaughtUp } from './reading.js';

/** What two stores that know nothing of each other make of one log, as two processes would. */
export function shared(first: () => EventStore, another: () => Promise<EventStore>): void {
  let second: EventStore;
  const opened: EventStore[] = [];
  const stopping: AbortController[] = [];
  const open = async () => {
    const store = await another();
    opened.push(store);
    return store;
  };
  beforeEach(async () => {
    second = await open();
  });
  afterEach(async () => {
    for (const stop of stopping.splice(0)) stop.abort();
    await Promise.all(opened.splice(0).map((store) => store.close()));
  });
  const follow = (store: EventStore, after: Position | null) => {
    const stop = new AbortController();
    stopping.push(stop);
    return store.subscribe({ after, signal: stop.signal })[Symbol.asyncIterator]();
  };

  it('shows an acknowledged append of the one to the very next read of the other', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const [writer, reader] = turn % 2 ? [first(), second] : [second, first()];
      const { position } = await writer.append(`statement-${turn}`, 'none', newEvents(2));
      expect(await reader.head()).toBe(position);
      expect(await allPages(reader)).toHaveLength(2 * turn + 2);
      expect(await all(reader.readStream(`statement-${turn}`))).toHaveLength(2);
    }
    expect(await allPages(second)).toEqual(await allPages(first()));
  });

  it('tells a live subscription of the one what is appended with the other', async () => {
    const messages = follow(first(), null);
    expect((await messages.next()).value).toMatchObject({ kind: 'caught-up' });
    for (let revision = -1; revision < 4; revision += 1) {
      const event = aNewEvent();
      const telling = messages.next();
      await second.append('statement-a', revision < 0 ? 'none' : revision, [event]);
      expect((await telling).value).toMatchObject({ kind: 'event', event: { eventId: event.eventId } });
    }
  });

  it('wakes who watches the one, however often something is appended with the other', async () => {
    const watched = second.watch();
    // The first call may only say that it listens from now on.
    for (let turn = 0; turn < 4; turn += 1) {
      const seen = watched.calls;
      await first().append(`statement-${turn}`, 'none', newEvents(1));
      await watched.since(seen, AbortSignal.timeout(10_000));
      expect(watched.calls).toBeGreaterThan(seen);
    }
  });

  it('holds the other to what the one has appended, even where the other had read the stream before', async () => {
    await first().append('statement-a', 'none', newEvents(1));
    expect(await all(second.readStream('statement-a'))).toHaveLength(1);
    const events = newEvents(2);
    await first().append('statement-a', 0, events);
    await expect(second.append('statement-a', 0, newEvents(1))).rejects.toMatchObject({
      constructor: WrongExpectedRevision,
      actual: 2,
    });
    await expect(second.append('statement-a', 2, [aNewEvent(), events[0]!])).rejects.toThrow(EventIdReused);
    expect(await second.append('statement-a', 0, events)).toMatchObject({ revision: 2, repeated: true });
    expect(await allPages(second)).toHaveLength(3);
  });

  it('recognises the first append of a stream that only the other has looked at', async () => {
    const events = newEvents(2);
    const done = await first().append('statement-a', 'none', events);
    expect(await second.append('statement-a', 'none', events)).toEqual({ ...done, repeated: true });
    expect(await allPages(first())).toHaveLength(2);
  });

  it('refuses a first append that brings an event of the other’s along with a new one', async () => {
    const [event] = newEvents(1);
    await first().append('statement-a', 'none', [event!]);
    await expect(second.append('statement-a', 'none', [event!, aNewEvent()])).rejects.toThrow(EventIdReused);
    expect(await allPages(second)).toHaveLength(1);
  });

  it('stores once what both are given at once', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const events = newEvents(2);
      const results = await Promise.all(
        [first(), second].map((store) => store.append(`statement-${turn}`, 'none', events)),
      );
      expect(results[0]!.position).toBe(results[1]!.position);
    }
    expect(await allPages(first())).toHaveLength(20);
  });

  it('lets a subscription that ended with its store go on in the next one, nothing lost and nothing twice', async () => {
    const seen: StoredEvent[] = [];
    let after: Position | null = null;
    let turn = 0;
    const writing = (async () => {
      for (; turn < 60; turn += 1) await first().append(`statement-${turn}`, 'none', newEvents(2));
    })();
    for (let restarts = 0; restarts < 4; restarts += 1) {
      const restarted = await open();
      const messages = follow(restarted, after);
      for (let count = 0; count < 15;) {
        const { value } = await messages.next();
        if (value?.kind !== 'event') continue;
        seen.push(value.event);
        after = value.event.position;
        count += 1;
      }
      const pending = messages.next();
      await restarted.close();
      for (let last = await pending; !last.done; last = await messages.next()) {
        if (last.value.kind !== 'event') continue;
        seen.push(last.value.event);
        after = last.value.event.position;
      }
    }
    await writing;
    seen.push(...(await readUntilCaughtUp(follow(await open(), after))).events);
    expect(seen).toEqual(await allPages(first()));
    expect(seen).toHaveLength(120);
  });
}

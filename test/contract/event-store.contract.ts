import {
  AppendTooLarge,
  EventIdReused,
  MalformedPosition,
  UnstorableAppend,
  WrongExpectedRevision,
} from '../../src/event-store/errors.js';
import { MAX_APPEND_BYTES } from '../../src/event-store/event-store.js';
import type { EventStore, JsonObject, Position, StoredEvent, Subscribe } from '../../src/event-store/event-store.js';
import { aNewEvent, newEvents } from './a-new-event.js';
import { all, allPages, readUntilCaughtUp } from './reading.js';
import { crowds } from './event-store.crowds.js';
import { ends } from './event-store.ends.js';
import { expectationMatrix } from './event-store.expectations.js';
import { shared } from './event-store.shared.js';
import { heapAfterCollection } from './heap.js';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Opens another store on the same log, as another process would. */
  readonly another?: () => Promise<EventStore>;
  readonly close: () => Promise<void>;
}

/** What an adapter cannot promise, and why: its tests are skipped by that name. */
export interface Limits {
  /** Set where an event id is only looked for in the stream that is written to. */
  readonly idsOfOtherStreams?: string;
  /** Set where a log has one store only. */
  readonly oneStoreOnly?: string;
}

/** What every event store does, whatever it is made of. Each test gets an empty log. */
export function eventStoreContract(name: string, makeStore: () => Promise<StoreUnderTest>, limits: Limits = {}): void {
  describe(`the event store contract: ${name}`, () => {
    const acrossStreams = limits.idsOfOtherStreams === undefined ? it : it.skip;
    const because = limits.idsOfOtherStreams === undefined ? '' : ` (skipped: ${limits.idsOfOtherStreams})`;
    let underTest: StoreUnderTest;
    let store: EventStore;
    const stopping: AbortController[] = [];

    beforeEach(async () => {
      underTest = await makeStore();
      store = underTest.store;
    });
    afterEach(async () => {
      for (const stop of stopping.splice(0)) stop.abort();
      await underTest.close();
    });

    /** A subscription that ends with the test at the latest. */
    const subscribe = (options: Omit<Subscribe, 'signal'>) => {
      const stop = new AbortController();
      stopping.push(stop);
      const messages = store.subscribe({ ...options, signal: stop.signal })[Symbol.asyncIterator]();
      return { stop, messages };
    };

    describe('expectations', () => {
      expectationMatrix(() => store);

      it('begins a stream that does not exist at revision 0', async () => {
        const result = await store.append('statement-a', 'none', [aNewEvent()]);
        expect(result).toMatchObject({ revision: 0, repeated: false });
      });

      it('goes on from the last revision', async () => {
        await store.append('statement-a', 'none', newEvents(3));
        expect(await store.append('statement-a', 2, newEvents(2))).toMatchObject({ revision: 4 });
        expect((await all(store.readStream('statement-a'))).map((event) => event.revision)).toEqual([0, 1, 2, 3, 4]);
      });

      it('refuses to begin a stream that exists, and says where it is', async () => {
        await store.append('statement-a', 'none', newEvents(2));
        await expect(store.append('statement-a', 'none', [aNewEvent()])).rejects.toMatchObject({
          constructor: WrongExpectedRevision,
          stream: 'statement-a',
          expected: 'none',
          actual: 1,
        });
      });

      it.each([0, 2, 7])('refuses revision %i of a stream that is at 1', async (expected) => {
        await store.append('statement-a', 'none', newEvents(2));
        await expect(store.append('statement-a', expected, [aNewEvent()])).rejects.toMatchObject({
          constructor: WrongExpectedRevision,
          expected,
          actual: 1,
        });
      });

      it('refuses to go on in a stream that does not exist', async () => {
        await expect(store.append('statement-a', 0, [aNewEvent()])).rejects.toMatchObject({
          constructor: WrongExpectedRevision,
          actual: null,
        });
        expect(await store.append('statement-a', 'none', [aNewEvent()])).toMatchObject({ revision: 0 });
      });

      it('appends nothing when it refuses', async () => {
        await store.append('statement-a', 'none', newEvents(2));
        const refused = newEvents(3);
        await expect(store.append('statement-a', 0, refused)).rejects.toThrow(WrongExpectedRevision);
        expect(await all(store.readStream('statement-a'))).toHaveLength(2);
        expect(await allPages(store)).toHaveLength(2);
        expect(await store.append('statement-a', 1, refused)).toMatchObject({ revision: 4, repeated: false });
      });

      it('keeps streams apart', async () => {
        await store.append('statement-a', 'none', newEvents(2));
        expect(await store.append('statement-b', 'none', newEvents(1))).toMatchObject({ revision: 0 });
      });
    });

    describe('repeating an append', () => {
      it('gives the first result again and appends nothing', async () => {
        const events = newEvents(3);
        const first = await store.append('statement-a', 'none', events);
        expect(await store.append('statement-a', 'none', events)).toEqual({ ...first, repeated: true });
        expect(await all(store.readStream('statement-a'))).toHaveLength(3);
      });

      it.each(['none', 0, 2, 5, 9] as const)('does so whatever revision is expected by now: %s', async (expected) => {
        await store.append('statement-a', 'none', newEvents(2));
        const events = newEvents(2);
        const first = await store.append('statement-a', 1, events);
        await store.append('statement-a', 3, newEvents(2));
        expect(await store.append('statement-a', expected, events)).toEqual({ ...first, repeated: true });
        expect(await all(store.readStream('statement-a'))).toHaveLength(6);
      });

      it('knows an event id in upper case', async () => {
        const event = aNewEvent();
        await store.append('statement-a', 'none', [event]);
        const shouted = { ...event, eventId: event.eventId.toUpperCase() };
        expect(await store.append('statement-a', 'none', [shouted])).toMatchObject({ repeated: true });
      });

      it('is recognised when many try at once', async () => {
        const events = newEvents(2);
        const results = await Promise.all(
          Array.from({ length: 12 }, () => store.append('statement-a', 'none', events)),
        );
        expect(results.filter((result) => !result.repeated)).toHaveLength(1);
        expect(new Set(results.map((result) => result.position)).size).toBe(1);
      });

      it.each([
        ['more than the first had', (first: Ids) => [...first, aNewEvent()]],
        ['less in the middle', (first: Ids) => [first[0]!, first[2]!]],
        ['another order', (first: Ids) => [first[1]!, first[0]!, first[2]!]],
        ['one known among new ones', (first: Ids) => [aNewEvent(), first[1]!, aNewEvent()]],
      ])('is refused with %s', async (_, changed) => {
        const first = newEvents(3);
        await store.append('statement-a', 'none', first);
        await expect(store.append('statement-a', 2, changed(first))).rejects.toThrow(EventIdReused);
        expect(await allPages(store)).toHaveLength(3);
      });

      acrossStreams(`is refused in another stream, which then still does not exist${because}`, async () => {
        const event = aNewEvent();
        await store.append('statement-a', 'none', [event]);
        await expect(store.append('statement-b', 'none', [event])).rejects.toMatchObject({
          constructor: EventIdReused,
          stream: 'statement-b',
          eventId: event.eventId,
        });
        expect(await all(store.readStream('statement-b'))).toEqual([]);
        expect(await store.append('statement-b', 'none', [aNewEvent()])).toMatchObject({ revision: 0 });
      });

      acrossStreams(`lets one of two streams have an id that both want at once${because}`, async () => {
        const event = aNewEvent();
        const streams = Array.from({ length: 8 }, (_, index) => `statement-${index}`);
        const outcomes = await Promise.allSettled(streams.map((stream) => store.append(stream, 'none', [event])));
        const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
        expect(refused).toHaveLength(7);
        for (const outcome of refused) expect(outcome.reason).toBeInstanceOf(EventIdReused);
        expect(await allPages(store)).toHaveLength(1);
      });
    });

    describe('what is kept', () => {
      it('gives back every field as it was given', async () => {
        const event = aNewEvent({ type: 'StatementIssued', metadata: { recordedBy: 'key-1', correlationId: 'c-1' } });
        const { position } = await store.append('statement-a', 'none', [event]);
        const expected = { ...event, stream: 'statement-a', revision: 0, position };
        expect(await all(store.readStream('statement-a'))).toEqual([expected]);
        expect(await allPages(store)).toEqual([expected]);
      });

      it.each<[string, JsonObject]>([
        ['Arabic', { text: 'قُتل ثلاثة عشر شخصًا على الأقل، بينهم ستة أطفال، في أطمة', مفتاح: '١٣' }],
        ['astral text', { text: '𝒜 𐎀𐎁𐎂 👨‍👩‍👧‍👦 🕊️', '🕊️': 'key' }],
        ['control characters and separators', { text: '\u0001\u001f\t\r\n\u2028\u2029\ufeff\uffff' }],
        ['quotes, backslashes and a spelt-out escape', { text: String.raw`" ' \ \\ \u0000 \ud800 {}, NULL "{a}"` }],
        ['numbers', { numbers: [0, -1, 1.5, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, 0.1] }],
        ['nesting, nulls and emptiness', { a: { b: [[], {}, '', null, false, [null]] }, '': '' }],
        ['the order of keys', { z: 1, a: 2, m: { y: 1, b: 2 } }],
      ])('round-trips %s', async (_, data) => {
        const metadata = { note: JSON.stringify(data) };
        await store.append('statement-a', 'none', [aNewEvent({ data, metadata })]);
        const [event] = await allPages(store);
        expect(JSON.stringify(event!.data)).toBe(JSON.stringify(data));
        expect(event!.metadata).toEqual(metadata);
        expect((await all(store.readStream('statement-a')))[0]).toEqual(event);
      });

      it('is not touched by what the writer or a reader does to the object afterwards', async () => {
        const data = { claims: [{ min: 13 }] };
        await store.append('statement-a', 'none', [aNewEvent({ data })]);
        data.claims[0]!.min = 0;
        const [read] = await all(store.readStream('statement-a'));
        try {
          (read!.data as typeof data).claims[0]!.min = 1;
        } catch {
          // An adapter may just as well not let it happen.
        }
        expect((await all(store.readStream('statement-a')))[0]!.data).toEqual({ claims: [{ min: 13 }] });
      });

      it('takes an append of the largest size, counted in bytes of UTF-8, and none above', async () => {
        const frame = Buffer.byteLength(JSON.stringify({ text: '' }) + JSON.stringify({}));
        const room = MAX_APPEND_BYTES - frame;
        const text = 'x'.repeat(room % 2) + 'ق'.repeat(Math.floor(room / 2));
        const largest = aNewEvent({ data: { text }, metadata: {} });
        const tooLarge = aNewEvent({ data: { text: `${text}.` }, metadata: {} });

        await expect(store.append('statement-a', 'none', [tooLarge])).rejects.toMatchObject({
          constructor: AppendTooLarge,
          bytes: MAX_APPEND_BYTES + 1,
          limit: MAX_APPEND_BYTES,
        });
        expect(await allPages(store)).toEqual([]);
        await store.append('statement-a', 'none', [largest]);
        expect((await allPages(store))[0]!.data).toEqual({ text });
      });

      it('counts the events of an append together, metadata included', async () => {
        const half = () => aNewEvent({ data: { text: 'x'.repeat(400_000) }, metadata: { note: 'x'.repeat(100_000) } });
        await expect(store.append('statement-a', 'none', [half(), half()])).rejects.toThrow(AppendTooLarge);
        await store.append('statement-a', 'none', [half()]);
      });
    });

    describe('what is refused', () => {
      it.each([
        ['U+0000 in data', { data: { deep: [{ text: 'a\0b' }] } }],
        ['U+0000 in a key', { data: { 'a\0': 1 } }],
        ['U+0000 in metadata', { metadata: { note: '\0' } }],
        ['U+0000 behind a backslash', { data: { text: '\\\0' } }],
        ['the first half of a surrogate pair', { data: { text: 'a\ud83d' } }],
        ['the second half of a surrogate pair', { data: { text: '\ude00b' } }],
        ['an event type with U+0000', { type: 'Statement\0Issued' }],
        ['an empty event type', { type: '' }],
        ['an id that is no UUID', { eventId: 'first' }],
      ])('refuses %s and keeps nothing of the append', async (_, wrong) => {
        await expect(store.append('statement-a', 'none', [aNewEvent(), aNewEvent(wrong)])).rejects.toThrow(
          UnstorableAppend,
        );
        expect(await allPages(store)).toEqual([]);
      });

      it.each([
        ['nothing', ''],
        ['U+0000', 'statement-\0'],
        ['half of a surrogate pair', 'statement-\ud800'],
        ['300 letters', `statement-${'x'.repeat(290)}`],
      ])('refuses to write to a stream named with %s and finds it empty', async (_, stream) => {
        await expect(store.append(stream, 'none', [aNewEvent()])).rejects.toThrow(UnstorableAppend);
        expect(await all(store.readStream(stream))).toEqual([]);
      });

      it('refuses an append without events', async () => {
        await expect(store.append('statement-a', 'none', [])).rejects.toThrow(UnstorableAppend);
      });

      it('refuses the same event twice in one append', async () => {
        const event = aNewEvent();
        await expect(store.append('statement-a', 'none', [event, event])).rejects.toThrow(UnstorableAppend);
        expect(await allPages(store)).toEqual([]);
      });

      it.each(['', '7', 'later', '-000000000000000001', '9999999999999999999'])(
        'refuses to read after %j',
        async (after) => {
          await expect(store.readAll({ after, max: 10 })).rejects.toThrow(MalformedPosition);
          await expect(subscribe({ after }).messages.next()).rejects.toThrow(MalformedPosition);
        },
      );
    });

    describe('ends and limits', () => ends(() => store));

    describe('reading one stream', () => {
      it('finds nothing where nothing was appended', async () => {
        expect(await all(store.readStream('statement-nowhere'))).toEqual([]);
      });

      it('begins at the revision asked for, which is included', async () => {
        await store.append('statement-a', 'none', newEvents(5));
        expect((await all(store.readStream('statement-a', 3))).map((event) => event.revision)).toEqual([3, 4]);
        expect(await all(store.readStream('statement-a', 5))).toEqual([]);
      });

      it('is complete and in order over many pages', async () => {
        const events = newEvents(1_203);
        await store.append('statement-a', 'none', events.slice(0, 700));
        await store.append('statement-b', 'none', newEvents(20));
        await store.append('statement-a', 699, events.slice(700));
        const read = await all(store.readStream('statement-a'));
        expect(read.map((event) => event.eventId)).toEqual(events.map((event) => event.eventId));
        expect(read.map((event) => event.revision)).toEqual(events.map((_, revision) => revision));
        expectAscending(read.map((event) => event.position));
      });
    });

    describe('reading the whole log', () => {
      it('is at its end at once when it is empty', async () => {
        expect(await store.readAll({ after: null, max: 10 })).toEqual({ events: [], next: null, atEnd: true });
        expect(await store.head()).toBeNull();
      });

      it('shows an acknowledged append to the very next read', async () => {
        for (let index = 0; index < 20; index += 1) {
          const { position } = await store.append(`statement-${index}`, 'none', newEvents(2));
          const page = await store.readAll({ after: null, max: 100 });
          expect(page).toMatchObject({ next: position, atEnd: true });
          expect(page.events).toHaveLength(2 * index + 2);
          expect(await store.head()).toBe(position);
        }
      });

      it('has positions that sort as text, all of one width, in the order of appending', async () => {
        for (let index = 0; index < 12; index += 1)
          await store.append(`statement-${index}`, 'none', [aNewEvent({ data: { index } })]);
        const events = await allPages(store);
        expect(events.map((event) => event.data['index'])).toEqual(Array.from({ length: 12 }, (_, index) => index));
        expectAscending(events.map((event) => event.position));
        expect(new Set(events.map((event) => event.position.length)).size).toBe(1);
      });

      it.each([1, 2, 3, 7, 100])('reads the same by pages of %i', async (max) => {
        const events = newEvents(21);
        for (let index = 0; index < 21; index += 3)
          await store.append(`statement-${index}`, 'none', events.slice(index, index + 3));
        const read = await allPages(store, { max });
        expect(read.map((event) => event.eventId)).toEqual(events.map((event) => event.eventId));
      });

      it('never gives a page more than was asked for, and goes on after the last one', async () => {
        await store.append('statement-a', 'none', newEvents(5));
        const first = await store.readAll({ after: null, max: 2 });
        expect(first.events.map((event) => event.revision)).toEqual([0, 1]);
        expect(first).toMatchObject({ next: first.events[1]!.position, atEnd: false });
        const second = await store.readAll({ after: first.next, max: 100 });
        expect(second.events.map((event) => event.revision)).toEqual([2, 3, 4]);
        expect(second.atEnd).toBe(true);
      });

      it('finds nothing behind its head and keeps the cursor', async () => {
        const { position } = await store.append('statement-a', 'none', newEvents(2));
        expect(await store.readAll({ after: position, max: 10 })).toEqual({ events: [], next: position, atEnd: true });
      });

      describe('with a filter', () => {
        beforeEach(async () => {
          await store.append('statement-a', 'none', [
            aNewEvent({ type: 'StatementIssued' }),
            aNewEvent({ type: 'EntryCorrected' }),
          ]);
          await store.append('report-a', 'none', [aNewEvent({ type: 'ReportPublished' })]);
          await store.append('statement-b-c', 'none', [aNewEvent({ type: 'StatementIssued' })]);
          await store.append('statements', 'none', [aNewEvent({ type: 'StatementIssued' })]);
          await store.append('report-a', 0, [aNewEvent({ type: 'EntryCorrected' })]);
        });

        const found = async (filter: Subscribe['filter'], max = 10) =>
          (await allPages(store, { max, ...(filter && { filter }) })).map(
            (event) => `${event.stream}@${event.revision}`,
          );

        it('keeps to categories, which end at the first hyphen', async () => {
          expect(await found({ categories: ['statement'] })).toEqual([
            'statement-a@0',
            'statement-a@1',
            'statement-b-c@0',
          ]);
          expect(await found({ categories: ['statements', 'report'] })).toEqual([
            'report-a@0',
            'statements@0',
            'report-a@1',
          ]);
        });

        it('keeps to types', async () => {
          expect(await found({ types: ['EntryCorrected'] })).toEqual(['statement-a@1', 'report-a@1']);
        });

        it('keeps to both', async () => {
          expect(await found({ categories: ['report'], types: ['EntryCorrected', 'StatementIssued'] })).toEqual([
            'report-a@1',
          ]);
        });

        it('keeps to them by pages of one', async () => {
          expect(await found({ categories: ['statement'] }, 1)).toEqual([
            'statement-a@0',
            'statement-a@1',
            'statement-b-c@0',
          ]);
        });

        it('lets everything through when it narrows nothing, and nothing through an empty or impossible list', async () => {
          expect(await found({})).toHaveLength(6);
          expect(await found({ types: [] })).toEqual([]);
          expect(await found({ categories: [] })).toEqual([]);
          expect(await found({ categories: ['\0', '\ud800'] })).toEqual([]);
        });

        it('moves the cursor over what it left out', async () => {
          const page = await store.readAll({ after: null, filter: { types: ['ReportPublished'] }, max: 10 });
          expect(page.events).toHaveLength(1);
          expect(page).toMatchObject({ next: await store.head(), atEnd: true });
          const none = await store.readAll({ after: null, filter: { types: ['NeverHappened'] }, max: 10 });
          expect(none).toEqual({ events: [], next: await store.head(), atEnd: true });
        });
      });
    });

    const sharing = limits.oneStoreOnly === undefined ? describe : describe.skip;
    const alone = limits.oneStoreOnly === undefined ? '' : ` (skipped: ${limits.oneStoreOnly})`;
    sharing(`two stores on one log${alone}`, () => {
      shared(
        () => store,
        async () => {
          if (!underTest.another)
            throw new Error('The adapter’s spec must give `another`, or say why with `oneStoreOnly`.');
          return underTest.another();
        },
      );
    });

    describe('many writers at once', () => {
      crowds(() => store, subscribe);

      it('lets exactly one of them have each revision of a stream', async () => {
        await store.append('statement-a', 'none', [aNewEvent()]);
        for (let revision = 0; revision < 8; revision += 1) {
          const outcomes = await Promise.allSettled(
            Array.from({ length: 12 }, () => store.append('statement-a', revision, [aNewEvent()])),
          );
          const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
          expect(refused).toHaveLength(11);
          for (const outcome of refused) expect(outcome.reason).toBeInstanceOf(WrongExpectedRevision);
        }
        expect((await all(store.readStream('statement-a'))).map((event) => event.revision)).toEqual([
          0, 1, 2, 3, 4, 5, 6, 7, 8,
        ]);
      });

      it('lets exactly one of them begin a stream', async () => {
        const outcomes = await Promise.allSettled(
          Array.from({ length: 12 }, () => store.append('statement-a', 'none', newEvents(2))),
        );
        expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
        expect(await all(store.readStream('statement-a'))).toHaveLength(2);
      });

      it('loses and mixes nothing when they write to streams of their own', async () => {
        const { messages, stop } = subscribe({ after: null });
        const seen: StoredEvent[] = [];
        const watching = (async () => {
          for (let next = await messages.next(); !next.done; next = await messages.next()) {
            if (next.value.kind === 'event') seen.push(next.value.event);
            if (seen.length === 16 * 20 * 2) stop.abort();
          }
        })();
        await Promise.all(
          Array.from({ length: 16 }, async (_, writer) => {
            for (let turn = 0; turn < 20; turn += 1) {
              await store.append(`statement-${writer}`, turn === 0 ? 'none' : turn * 2 - 1, newEvents(2));
            }
          }),
        );
        await watching;
        expect(seen).toEqual(await allPages(store));
        expectAscending(seen.map((event) => event.position));
        for (let writer = 0; writer < 16; writer += 1) {
          const own = seen.filter((event) => event.stream === `statement-${writer}`);
          expect(own.map((event) => event.revision)).toEqual(own.map((_, revision) => revision));
          expect(own).toHaveLength(40);
        }
      });
    });

    describe('subscribing', () => {
      it('is caught up at once with an empty log, then told what happens', async () => {
        const { messages } = subscribe({ after: null });
        expect((await messages.next()).value).toEqual({ kind: 'caught-up', position: null });
        const event = aNewEvent();
        await store.append('statement-a', 'none', [event]);
        expect((await messages.next()).value).toMatchObject({ kind: 'event', event: { eventId: event.eventId } });
      });

      it('tells everything from the beginning, says that it has caught up, and goes on live', async () => {
        const events = newEvents(1_100);
        await store.append('statement-a', 'none', events.slice(0, 600));
        const { position } = await store.append('statement-b', 'none', events.slice(600));
        const { messages } = subscribe({ after: null });
        const past = await readUntilCaughtUp(messages);
        expect(past.events.map((event) => event.eventId)).toEqual(events.map((event) => event.eventId));
        expect(past.position).toBe(position);

        for (let revision = 599; revision < 602; revision += 1) {
          const live = aNewEvent();
          const pending = messages.next();
          await store.append('statement-a', revision, [live]);
          expect((await pending).value).toMatchObject({
            kind: 'event',
            event: { eventId: live.eventId, revision: revision + 1 },
          });
        }
      });

      it('begins strictly after a position', async () => {
        await store.append('statement-a', 'none', newEvents(5));
        const events = await allPages(store);
        const { messages } = subscribe({ after: events[1]!.position });
        expect((await readUntilCaughtUp(messages)).events).toEqual(events.slice(2));
      });

      it('waits after the head for what comes next', async () => {
        const { position } = await store.append('statement-a', 'none', newEvents(2));
        const { messages } = subscribe({ after: position });
        expect((await messages.next()).value).toEqual({ kind: 'caught-up', position });
        const pending = messages.next();
        await store.append('statement-a', 1, [aNewEvent()]);
        expect((await pending).value).toMatchObject({ kind: 'event', event: { revision: 2 } });
      });

      it('keeps to its filter and reports how far it has looked', async () => {
        const filter = { categories: ['report'] };
        await store.append('report-a', 'none', [aNewEvent()]);
        const { position } = await store.append('statement-a', 'none', newEvents(3));
        const { messages } = subscribe({ after: null, filter });
        expect((await messages.next()).value).toMatchObject({ kind: 'event', event: { stream: 'report-a' } });
        expect((await messages.next()).value).toEqual({ kind: 'checkpoint', position });
        expect((await messages.next()).value).toEqual({ kind: 'caught-up', position });

        const later = await store.append('statement-a', 2, [aNewEvent()]);
        expect((await messages.next()).value).toEqual({ kind: 'checkpoint', position: later.position });
        await store.append('report-a', 0, [aNewEvent()]);
        expect((await messages.next()).value).toMatchObject({
          kind: 'event',
          event: { stream: 'report-a', revision: 1 },
        });
      });

      it('goes on where another one stopped, with nothing lost and nothing twice', async () => {
        await store.append('statement-a', 'none', newEvents(30));
        const seen: string[] = [];
        let after: Position | null = null;
        for (let run = 0; run < 3; run += 1) {
          const { messages, stop } = subscribe({ after });
          for (let count = 0; count < 10; count += 1) {
            const { value } = await messages.next();
            if (value?.kind !== 'event') throw new Error('an event was expected');
            seen.push(value.event.eventId);
            after = value.event.position;
          }
          stop.abort();
          expect(await messages.next()).toMatchObject({ done: true });
        }
        expect(seen).toEqual((await allPages(store)).map((event) => event.eventId));
      });

      it('ends without an error when it is stopped while waiting', async () => {
        const { messages, stop } = subscribe({ after: null });
        await messages.next();
        const pending = messages.next();
        stop.abort();
        expect(await pending).toEqual({ done: true, value: undefined });
      });

      it('ends without an error when it is stopped among events, telling no more of them', async () => {
        await store.append('statement-a', 'none', newEvents(10));
        const { messages, stop } = subscribe({ after: null });
        await messages.next();
        stop.abort();
        expect(await messages.next()).toEqual({ done: true, value: undefined });
      });

      it('tells nothing when it was stopped before it began', async () => {
        await store.append('statement-a', 'none', newEvents(1));
        expect(await all(store.subscribe({ after: null, signal: AbortSignal.abort() }))).toEqual([]);
      });

      it('can be left by breaking out of the loop', async () => {
        await store.append('statement-a', 'none', newEvents(10));
        for await (const message of store.subscribe({ after: null, signal: new AbortController().signal })) {
          expect(message.kind).toBe('event');
          break;
        }
      });

      it('ends when the store is closed', async () => {
        const { messages } = subscribe({ after: null });
        await messages.next();
        const pending = messages.next();
        await store.close();
        expect(await pending).toEqual({ done: true, value: undefined });
      });

      it('holds a slow reader’s backlog in the log, not in memory, over 100,000 events', async () => {
        const total = 100_000;
        const text = 'x'.repeat(200);
        for (let start = 0; start < total; start += 2_000) {
          await store.append(`statement-${start}`, 'none', newEvents(2_000, { data: { text } }));
        }

        const { messages } = subscribe({ after: null });
        let count = 0;
        let previous = '';
        let first = 0;
        let highest = 0;
        while (count < total) {
          const { value } = await messages.next();
          if (value?.kind !== 'event') continue;
          if (value.event.position <= previous) throw new Error(`${value.event.position} came after ${previous}`);
          previous = value.event.position;
          count += 1;
          if (count % 1_000 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
          if (count % 20_000 !== 0) continue;
          const heap = heapAfterCollection();
          first ||= heap;
          highest = Math.max(highest, heap);
        }
        // All events together would take some sixty megabytes.
        expect(highest - first).toBeLessThan(8_000_000);
      }, 60_000);
    });
  });
}

type Ids = ReturnType<typeof newEvents>;

function expectAscending(positions: readonly Position[]): void {
  expect(positions).toEqual([...new Set(positions)].sort());
}

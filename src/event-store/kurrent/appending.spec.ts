import { jest } from '@jest/globals';
import { all } from '../../../test/contract/reading.js';
import { aNewEvent, newEvents } from '../../../test/contract/a-new-event.js';
import { clientError, plainOutage, ScriptedKurrent } from '../../../test/support/scripted-kurrent.js';
import { AppendTooLarge, EventIdReused, StoreUnavailable, UnstorableAppend, WrongExpectedRevision } from '../errors.js';
import { HistoryIncomplete } from './errors.js';
import { KurrentEventStore } from './kurrent-event-store.js';

let server: ScriptedKurrent;
let store: KurrentEventStore;
beforeEach(() => {
  server = new ScriptedKurrent();
  store = new KurrentEventStore(server.connect, { categories: ['statement'], answerMs: 100, searchMs: 100 });
});
afterEach(() => store.close());

const failing = (error: Error) => () => {
  throw error;
};

describe('an append the server does not answer well', () => {
  it.each([
    ['nobody listening', plainOutage()],
    ['a broken connection', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
    ['an unknown failure', clientError('unknown')],
  ])('says that the log is unavailable, and why, on %s', async (_, error) => {
    server.next('appendToStream', failing(error));
    const appending = store.append('statement-a', 'none', [aNewEvent()]);
    await expect(appending).rejects.toMatchObject({ constructor: StoreUnavailable, cause: error });
    await expect(appending).rejects.toThrow(/KurrentDB is unavailable \(.+\): \S.+\./);
  });

  it('looks again when the server drops it, as it does while the same append is on its way in from elsewhere', async () => {
    const events = newEvents(2);
    server.next('appendToStream', () => {
      for (const { eventId } of events) server.record('statement-a', { id: eventId });
      throw clientError('deadline-exceeded');
    });
    expect(await store.append('statement-a', 'none', events)).toMatchObject({ revision: 1, repeated: true });
    expect(server.records).toHaveLength(2);
  });

  it('is sent once more after the server’s own time-out, and then given up with a reason', async () => {
    const late = failing(clientError('deadline-exceeded'));
    server.next('appendToStream', late);
    expect(await store.append('statement-a', 'none', [aNewEvent()])).toMatchObject({ revision: 0, repeated: false });
    server.next('appendToStream', late, late);
    const appending = store.append('statement-b', 'none', [aNewEvent()]);
    await expect(appending).rejects.toThrow('KurrentDB is unavailable (deadline-exceeded): it gave no reason.');
  });

  it('says which setting to look at when access is denied', async () => {
    server.next('appendToStream', failing(clientError('access-denied')));
    await expect(store.append('statement-a', 'none', [aNewEvent()])).rejects.toThrow(/KURRENTDB_URL/);
  });

  it('does not wait for ever', async () => {
    server.next('appendToStream', () => new Promise(() => undefined));
    await expect(store.append('statement-a', 'none', [aNewEvent()])).rejects.toThrow(StoreUnavailable);
    expect(await store.append('statement-a', 'none', [aNewEvent()])).toMatchObject({ revision: 0 });
  });

  it('lets a mistake of our own through as it is', async () => {
    server.next('appendToStream', failing(new TypeError('not a function')));
    await expect(store.append('statement-a', 'none', [aNewEvent()])).rejects.toThrow(TypeError);
  });

  it('finds its own first attempt when that went in after all', async () => {
    const events = newEvents(2);
    server.next('appendToStream', () => {
      for (const { eventId, type } of events) server.record('statement-a', { id: eventId, type });
      throw plainOutage();
    });
    await expect(store.append('statement-a', 'none', events)).rejects.toThrow(StoreUnavailable);
    expect(await store.append('statement-a', 'none', events)).toMatchObject({ revision: 1, repeated: true });
    expect(server.records).toHaveLength(2);
  });

  it('turns to the new leader without telling anybody', async () => {
    const notLeader = clientError('not-leader', { leader: { address: '10.0.0.2', port: 2113 } });
    server.next('appendToStream', failing(notLeader), failing(notLeader));
    expect(await store.append('statement-a', 'none', [aNewEvent()])).toMatchObject({ revision: 0, repeated: false });
  });

  it('gives up looking for a leader', async () => {
    server.next('appendToStream', ...Array.from({ length: 3 }, () => failing(clientError('not-leader'))));
    await expect(store.append('statement-a', 'none', [aNewEvent()])).rejects.toThrow(StoreUnavailable);
  });

  it('believes no revision that comes with a failure which is not thrown', async () => {
    for (let count = 0; count < 3; count += 1) server.record('statement-a');
    const look = store.append('statement-a', 2, [aNewEvent()]);
    server.next('appendToStream', () => {
      server.record('statement-a');
      return { success: false, nextExpectedRevision: 1n };
    });
    await expect(look).rejects.toMatchObject({ constructor: WrongExpectedRevision, expected: 2, actual: 3 });
  });

  it('reads the position where the server gives none', async () => {
    server.next('appendToStream', () => {
      server.record('statement-a');
      return { success: true, nextExpectedRevision: 0n };
    });
    expect(await store.append('statement-a', 'none', [aNewEvent()])).toMatchObject({ position: await store.head() });
  });

  it('passes on that the server takes less than we do', async () => {
    server.next('appendToStream', failing(clientError('maximum-append-size-exceeded', { maxAppendSize: 1024 })));
    await expect(store.append('statement-a', 'none', [aNewEvent()])).rejects.toMatchObject({
      constructor: AppendTooLarge,
      limit: 1024,
    });
  });
});

describe('a server too old to say where an event lies', () => {
  it.each([undefined, { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n }])('is refused: %p', async (position) => {
    server.record('statement-a', { position });
    await expect(all(store.readStream('statement-a'))).rejects.toThrow(/too old/);
  });
});

describe('event ids', () => {
  it('are recognised in what another process wrote meanwhile', async () => {
    const [first, second] = [newEvents(2), newEvents(1)];
    await store.append('statement-a', 'none', first);
    server.record('statement-a', { id: second[0]!.eventId });
    expect(await store.append('statement-a', 0, second)).toMatchObject({ revision: 2, repeated: true });
    await expect(store.append('statement-a', 2, [first[1]!, aNewEvent()])).rejects.toThrow(EventIdReused);
  });

  it('are stored once when another process has just written the same, even if nobody looked since', async () => {
    const [first, second] = [newEvents(1), newEvents(2)];
    await store.append('statement-a', 'none', first);
    for (const { eventId } of second) server.record('statement-a', { id: eventId });
    expect(await store.append('statement-a', 0, second)).toMatchObject({ revision: 2, position: await store.head() });
    expect(server.records).toHaveLength(3);
    await expect(store.append('statement-a', 2, [second[0]!, aNewEvent()])).rejects.toThrow(EventIdReused);
  });

  it('of a first append are known by where it lies, without a look at its stream', async () => {
    const other = new KurrentEventStore(server.connect, { categories: ['statement'], knownIds: 0 });
    const first = newEvents(2);
    const done = await store.append('statement-a', 'none', first);
    expect(await other.append('statement-a', 'none', first)).toEqual({ ...done, repeated: true });
    expect(await other.append('statement-b', 'none', newEvents(1))).toMatchObject({ repeated: false });
    expect(await store.append('statement-c', 'none', newEvents(1))).toMatchObject({ repeated: false });
    expect(await other.append('statement-a', 'none', first)).toEqual({ ...done, repeated: true });
    expect(server.optionsOf('readStream')).toEqual([]);
    expect(server.records).toHaveLength(4);
    await other.close();
  });

  it('of a first append are mistaken for new ones no longer than the end of the log is trusted', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    const [first, second] = [newEvents(1), newEvents(1)];
    try {
      await store.append('statement-a', 'none', newEvents(1));
      clock.mockReturnValue(1_150);
      server.record('statement-b', { id: first[0]!.eventId });
      server.record('statement-c', { id: second[0]!.eventId });
      expect(await store.append('statement-b', 'none', first)).toMatchObject({ revision: 0 });
      clock.mockReturnValue(1_300);
      expect(await store.append('statement-c', 'none', second)).toMatchObject({ revision: 0, repeated: true });
    } finally {
      clock.mockRestore();
    }
  });

  it('are not looked for again while nobody else writes to the stream', async () => {
    await all(store.readStream('statement-a'));
    for (let revision = -1; revision < 3; revision += 1) {
      await store.append('statement-a', revision < 0 ? 'none' : revision, [aNewEvent()]);
    }
    expect(server.optionsOf('readStream')).toHaveLength(1);
  });
});

describe('a read from a server that is no leader any more', () => {
  const notLeader = failing(clientError('not-leader', { leader: { address: '10.0.0.2', port: 2113 } }));

  it('of a stream says that the log is unavailable, and comes from the new leader when it is asked again', async () => {
    server.record('statement-a');
    server.next('readStream', notLeader);
    await expect(all(store.readStream('statement-a'))).rejects.toThrow(/not-leader/);
    expect(await all(store.readStream('statement-a'))).toHaveLength(1);
  });

  it('of the log says so at its beginning, and turns to the new leader by itself further on', async () => {
    for (let count = 0; count < 3; count += 1) server.record('statement-a');
    server.next('readAll', notLeader);
    await expect(store.readAll({ after: null, max: 1 })).rejects.toThrow(StoreUnavailable);
    const { next } = await store.readAll({ after: null, max: 1 });
    server.next('readAll', notLeader);
    expect(await store.readAll({ after: next, max: 10 })).toMatchObject({ events: [{ revision: 1 }, { revision: 2 }] });
    server.next('readAll', ...Array.from({ length: 5 }, () => notLeader));
    await expect(store.readAll({ after: next, max: 10 })).rejects.toThrow(StoreUnavailable);
  });
});

describe('history that is not whole', () => {
  it('is refused where a stream was truncated', async () => {
    server.record('statement-a', { revision: 3n });
    server.record('statement-a', { revision: 4n });
    await expect(all(store.readStream('statement-a'))).rejects.toMatchObject({
      constructor: HistoryIncomplete,
      stream: 'statement-a',
      expected: 0,
      found: 3,
    });
    await expect(store.append('statement-a', 4, [aNewEvent()])).rejects.toThrow(HistoryIncomplete);
  });

  it('is refused where an event is missing in the middle', async () => {
    for (const revision of [0n, 1n, 3n]) server.record('statement-a', { revision });
    await expect(all(store.readStream('statement-a'))).rejects.toMatchObject({ expected: 2, found: 3 });
  });

  it.each(['stream-deleted', 'stream-tombstoned'])('is refused where a stream was deleted (%s)', async (type) => {
    server.next('readStream', failing(clientError(type)));
    await expect(all(store.readStream('statement-a'))).rejects.toThrow(/deleted/);
    server.next('appendToStream', failing(clientError(type)));
    await expect(store.append('statement-a', 'none', [aNewEvent()])).rejects.toThrow(HistoryIncomplete);
  });

  it('is noticed where a deleted stream goes on where it had stopped', async () => {
    server.next('appendToStream', () => ({ success: true, nextExpectedRevision: 5n }));
    await expect(store.append('statement-a', 'none', [aNewEvent()])).rejects.toThrow(HistoryIncomplete);
  });
});

describe('streams of others', () => {
  it.each(['invoice-1', '$ce-statement', '$$statement-a', 'statements-a', 'astatement-1'])(
    'such as %s are neither read nor written',
    async (stream) => {
      server.record(stream);
      expect(await all(store.readStream(stream))).toEqual([]);
      expect(await store.readAll({ after: null, max: 10 })).toMatchObject({ events: [], atEnd: true });
      expect(await store.head()).toBeNull();
      await expect(store.append(stream, 'none', [aNewEvent()])).rejects.toThrow(UnstorableAppend);
    },
  );

  it('include those of another register with another prefix', async () => {
    const other = new KurrentEventStore(server.connect, { categories: ['statement'], prefix: 'test.' });
    await other.append('statement-a', 'none', [aNewEvent()]);
    expect(await all(store.readStream('statement-a'))).toEqual([]);
    expect(await store.head()).toBeNull();
    expect(await all(other.readStream('statement-a'))).toHaveLength(1);
    await other.close();
  });
});

describe('every read', () => {
  it('says how much it wants, from the leader, with no links resolved', async () => {
    await store.append('statement-a', 'none', newEvents(3));
    await all(store.readStream('statement-a'));
    await store.readAll({ after: null, max: 7 });
    await store.head();
    const reads = [...server.optionsOf('readStream'), ...server.optionsOf('readAll')];
    expect(reads.length).toBeGreaterThan(3);
    for (const options of reads) {
      expect(options['maxCount']).toBeLessThanOrEqual(501);
      expect(options).toMatchObject({ requiresLeader: true, resolveLinkTos: false });
    }
  });
});

import type pg from 'pg';
import { append } from '../../test/support/appending.js';
import { aStatement } from '../../test/support/builders.js';
import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import { eventually } from '../../test/support/eventually.js';
import { aNewEvent } from '../../test/contract/a-new-event.js';
import { CATEGORIES } from '../domain/streams.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { StoreUnavailable } from '../event-store/errors.js';
import type { ReadAll } from '../event-store/event-store.js';
import { checkpointOf } from './checkpoints.js';
import { ProjectionStopped, ReadModelsOfAnotherLog } from './errors.js';
import type { ProjectedPage, Projection } from './projection.js';
import type { LoopOptions } from './projection-loop.js';
import { Projector } from './projector.js';
import type { Stop } from './stop.js';
import { column } from './table.js';
import { writeRows } from './write-rows.js';

/** Writes the position of each event, once for each time it was told of it. */
class Tally implements Projection {
  readonly name = 'tally';
  readonly categories = CATEGORIES;
  before: (page: ProjectedPage, transaction: pg.ClientBase) => Promise<void> = async () => undefined;

  async write(page: ProjectedPage, transaction: pg.ClientBase): Promise<void> {
    const table = {
      name: 'events',
      columns: { position: column('text', ({ position }: { position: string }) => position) },
    };
    await writeRows(transaction, 'tally', table, page.events);
    await this.before(page, transaction);
  }
}

const statements = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => aStatement({ statementId: `s${from + n}` }));

const options = { pageSize: 7, pollMs: 100, firstPauseMs: 1 };

let database: TestDatabase;
let store: MemoryEventStore;
let running: Projector[];

beforeEach(async () => {
  database = await testDatabase();
  await database.pool.query('create schema tally');
  await database.pool.query('create table tally.events (position text)');
  store = new MemoryEventStore();
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((projector) => projector.stop()));
  await store.close();
  await database.drop();
});

function projector(projection: Projection = new Tally(), pool = database.pool, more: LoopOptions = {}): Projector {
  const one = new Projector(store, pool, [projection], { ...options, ...more });
  running.push(one);
  return one;
}

const told = async (): Promise<string[]> =>
  (await database.pool.query<{ position: string }>('select position from tally.events order by position')).rows.map(
    ({ position }) => position,
  );

const inLog = async (): Promise<string[]> =>
  (await store.readAll({ after: null, max: 100_000 })).events.map(({ position }) => position);

const statusOf = async (one: Projector) => (await one.status())[0]!;
const head = async (): Promise<string> => (await store.head())!;

describe('a projector', () => {
  it('tells a projection of every event once, in pages, and goes on live', async () => {
    await append(store, statements(20));
    const one = projector();
    one.start();
    expect(await one.reached('tally', await head(), 5_000)).toBe(true);

    await append(store, statements(5, 20), 20);
    expect(await one.reached('tally', await head(), 5_000)).toBe(true);
    expect(await told()).toEqual(await inLog());
    await eventually(async () =>
      expect(await statusOf(one)).toMatchObject({
        projection: 'tally',
        state: 'live',
        checkpoint: await head(),
        head: await head(),
        lagMs: 0,
        error: null,
      }),
    );
  });

  it('lets what comes after a page gather into the next one, and hurries when somebody waits for it', async () => {
    const pages: number[] = [];
    const tally = new Tally();
    tally.before = async ({ events }) => void pages.push(events.length);
    const one = projector(tally, database.pool, { gatherMs: 1_000_000 });
    one.start();
    await eventually(async () => expect(await statusOf(one)).toMatchObject({ state: 'live' }));

    for (let n = 0; n < 5; n += 1) await append(store, statements(1, n), n);
    expect(await one.reached('tally', await head(), 5_000)).toBe(true);
    for (let n = 5; n < 8; n += 1) await append(store, statements(1, n), n);
    expect(await one.reached('tally', await head(), 5_000)).toBe(true);
    expect(await told()).toEqual(await inLog());
    expect(pages).toEqual([5, 3]);
  });

  it('tells it of nothing that lies in streams of others, and moves past them all the same', async () => {
    await append(store, statements(1));
    await store.append('billing-1', 'none', [aNewEvent({ type: 'Paid' })]);
    const one = projector();
    one.start();
    expect(await one.reached('tally', await head(), 5_000)).toBe(true);
    expect(await told()).toHaveLength(1);
  });

  it('counts each event once however many of them run at once', async () => {
    await append(store, statements(100));
    const three = [projector(), projector(), projector()];
    for (const one of three) one.start();
    await append(store, statements(100, 100), 100);
    for (const one of three) expect(await one.reached('tally', await head(), 10_000)).toBe(true);
    expect(await told()).toEqual(await inLog());
  });

  it('goes on after its connection was killed in the middle of a page, and counts nothing twice', async () => {
    await append(store, statements(30));
    const tally = new Tally();
    let kills = 0;
    tally.before = async (_page, transaction) => {
      if (kills >= 3) return;
      kills += 1;
      const { rows } = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid');
      await database.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
    };
    const one = projector(tally);
    one.start();
    expect(await one.reached('tally', await head(), 10_000)).toBe(true);
    expect(kills).toBe(3);
    expect(await told()).toEqual(await inLog());
  });

  it('forgets the rows of a page whose write fails, tries again, and then stops for everyone to see', async () => {
    await append(store, statements(10));
    const tally = new Tally();
    let attempts = 0;
    tally.before = async ({ after }) => {
      if (after === null) return;
      attempts += 1;
      throw new Error('this page cannot be folded');
    };
    const one = projector(tally);
    one.start();
    await eventually(async () =>
      expect(await statusOf(one)).toMatchObject({ state: 'stopped', error: 'this page cannot be folded' }),
    );
    expect(attempts).toBe(6);
    expect(await told()).toEqual((await inLog()).slice(0, 7));
    expect(await checkpointOf(database.pool, 'tally')).toBe((await inLog())[6]);
    expect((await statusOf(one)).lagMs).toBeGreaterThan(0);
    // Nobody is let wait for what will not come.
    await expect(one.reached('tally', await head(), 3_600_000)).rejects.toThrow(ProjectionStopped);
    expect(await one.reached('tally', (await inLog())[6]!, 20)).toBe(true);
  });

  it('goes on to just before the event it cannot get past, and leaves word of which one that is', async () => {
    await append(store, statements(10));
    const place = (await inLog())[4]!;
    const stopped: Stop[] = [];
    const tally = new Tally();
    tally.before = async ({ events }) => {
      if (events.some(({ position }) => position === place)) throw new Error('not this one');
    };
    const one = new Projector(store, database.pool, [tally], { ...options, onStop: (_, stop) => stopped.push(stop) });
    running.push(one);
    one.start();
    await eventually(async () => expect((await statusOf(one)).state).toBe('stopped'));
    const stop = { error: 'not this one', event: { stream: 'statement-s4', position: place } };
    expect((await statusOf(one)).stop).toEqual(stop);
    expect(stopped).toEqual([stop]);
    expect(await told()).toEqual((await inLog()).slice(0, 4));
    const noted = () => database.pool.query('select stopped from projector.checkpoints');
    expect((await noted()).rows).toEqual([{ stopped: stop }]);

    // A process that can get past it takes the word away, and whoever waits here learns that it goes on.
    const other = projector();
    other.start();
    expect(await other.reached('tally', await head(), 10_000)).toBe(true);
    expect(await one.reached('tally', await head(), 10_000)).toBe(true);
    expect((await noted()).rows).toEqual([{ stopped: null }]);
  });

  it('is not carried on at all where it must not be', async () => {
    await append(store, statements(3));
    const allowed = async () => {
      throw new ReadModelsOfAnotherLog('7');
    };
    const one = new Projector(store, database.pool, [new Tally()], { ...options, allowed });
    running.push(one);
    one.start();
    await eventually(async () =>
      expect(await statusOf(one)).toMatchObject({ state: 'stopped', stop: { event: null } }),
    );
    expect(await told()).toEqual([]);
  });

  it('stops before an event that cannot be decoded, with its place, after all that lies before it', async () => {
    await append(store, statements(3));
    const { position } = await store.append('statement-odd', 'none', [aNewEvent({ type: 'NeverHeardOf' })]);
    await append(store, statements(2, 4), 4);
    const one = projector();
    one.start();
    await eventually(async () => expect((await statusOf(one)).state).toBe('stopped'));
    expect((await statusOf(one)).error).toContain(position);
    expect(await told()).toEqual((await inLog()).slice(0, 3));
  });

  it('outlives a log that cannot be reached for longer than any failure is retried', async () => {
    await append(store, statements(3));
    let outages = 20;
    const readAll = store.readAll.bind(store);
    store.readAll = async (read: ReadAll) => {
      outages -= 1;
      if (outages > 0) throw new StoreUnavailable('gone for a while');
      return readAll(read);
    };
    const one = projector();
    one.start();
    await eventually(async () =>
      expect(await statusOf(one)).toMatchObject({ state: 'retrying', error: 'gone for a while' }),
    );
    outages = 0;
    expect(await one.reached('tally', await head(), 10_000)).toBe(true);
  });

  it('goes on from where the stored checkpoint is when that was set back under it', async () => {
    await append(store, statements(5));
    const one = projector();
    one.start();
    await one.reached('tally', await head(), 5_000);
    await database.pool.query('update projector.checkpoints set position = null');
    await database.pool.query('truncate tally.events');
    await append(store, statements(5, 5), 5);
    await eventually(async () => expect(await told()).toEqual(await inLog()));
  });

  it('notices that the stored checkpoint was set back also while nothing is recorded', async () => {
    await append(store, statements(5));
    const one = projector();
    one.start();
    await one.reached('tally', await head(), 5_000);
    await eventually(async () => expect((await statusOf(one)).state).toBe('live'));
    await database.pool.query('begin; truncate tally.events; update projector.checkpoints set position = null; commit');
    await eventually(async () => expect(await told()).toEqual(await inLog()));
    expect(await one.reached('tally', await head(), 5_000)).toBe(true);
  });

  it('waits for the disk at the end of the log, and not while it catches up', async () => {
    await append(store, statements(10));
    const tally = new Tally();
    const waits: string[] = [];
    tally.before = async (_page, transaction) => {
      const { rows } = await transaction.query<{ synchronous_commit: string }>('show synchronous_commit');
      waits.push(rows[0]!.synchronous_commit);
    };
    projector(tally).start();
    await eventually(async () => expect(waits).toEqual(['off', 'on']));
  });

  it('tells of no page that a crash may take away again without a look at what is stored', async () => {
    await append(store, statements(7));
    const readAll = store.readAll.bind(store);
    // The whole log is one full page, and that it is the end shows only with the next look, which does not come.
    const stopping = new AbortController();
    let looks = 0;
    store.readAll = async (read: ReadAll) => {
      looks += 1;
      return looks === 1
        ? { ...(await readAll(read)), atEnd: false }
        : new Promise((_, reject) => {
            stopping.signal.addEventListener('abort', () => reject(new StoreUnavailable('away')));
          });
    };
    const one = projector();
    one.start(stopping.signal);
    await eventually(async () => expect((await statusOf(one)).checkpoint).toBe(await head()));
    expect(await one.reached('tally', await head(), 20)).toBe(true);
    await database.pool.query('update projector.checkpoints set position = null');
    expect(await one.reached('tally', await head(), 20)).toBe(false);
    stopping.abort();
  });

  it('says what another process has reached', async () => {
    await append(store, statements(3));
    projector().start();
    const onlooker = projector();
    expect(await onlooker.reached('tally', await head(), 5_000)).toBe(true);
    expect((await statusOf(onlooker)).state).toBe('idle');
  });

  it('stops when it is told to, and can be started again', async () => {
    const one = projector();
    one.start();
    await eventually(async () => expect((await statusOf(one)).state).toBe('live'));
    await one.stop();
    await append(store, statements(3));
    expect(await one.reached('tally', await head(), 50)).toBe(false);
    one.start();
    expect(await one.reached('tally', await head(), 5_000)).toBe(true);
  });

  it('knows its projections by name', async () => {
    await expect(projector().reached('nothing', '0', 10)).rejects.toThrow('no projection called "nothing"');
  });
});

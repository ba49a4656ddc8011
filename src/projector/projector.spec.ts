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
import type { ProjectedPage, Projection } from './projection.js';
import { Projector } from './projector.js';
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

function projector(projection: Projection = new Tally(), pool = database.pool): Projector {
  const one = new Projector(store, pool, [projection], options);
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
    expect(await one.reached('tally', await head(), 20)).toBe(false);
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

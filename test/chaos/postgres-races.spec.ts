import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { StoreUnavailable } from '../../src/event-store/errors.js';
import type { Position } from '../../src/event-store/event-store.js';
import { FencedHead } from '../../src/event-store/postgres/fenced-head.js';
import { pageUpTo } from '../../src/event-store/postgres/fenced-pages.js';
import { FenceSession } from '../../src/event-store/postgres/fence-session.js';
import {
  PostgresEventStore,
  type PostgresEventStoreOptions,
} from '../../src/event-store/postgres/postgres-event-store.js';
import { aNewEvent, newEvents } from '../contract/a-new-event.js';
import { emptyLog } from '../contract/empty-log.js';
import { allPages } from '../contract/reading.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { Gate, openWrite, told, type Told } from './stepping.js';

let database: TestDatabase;
let writer: Client;
let another: Client;
const opened: PostgresEventStore[] = [];
const following: Told[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await emptyLog(database.pool);
  [writer, another] = [await connected(), await connected()];
});
afterEach(async () => {
  await Promise.all([writer.end(), another.end()]);
  await Promise.all(following.splice(0).map((one) => one.stop()));
  await Promise.all(opened.splice(0).map((store) => store.close()));
});
afterAll(() => database.drop());

async function connected(): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function aStore(options: PostgresEventStoreOptions = {}): PostgresEventStore {
  const store = new PostgresEventStore({ connectionString: database.url }, { patienceMs: 150, pollMs: 50, ...options });
  opened.push(store);
  return store;
}

function follow(store: PostgresEventStore, after: Position | null = null): Told {
  const one = told(store, after);
  following.push(one);
  return one;
}

const pidOf = async (client: Client): Promise<number> =>
  (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid;
const terminate = (pid: number) => database.pool.query('select pg_terminate_backend($1, 5000)', [pid]);

describe('a sequence from which nothing was drawn yet', () => {
  it('says that the log is empty, at once and without waiting', async () => {
    const store = aStore({ patienceMs: 60_000 });
    expect(await store.head()).toBeNull();
    expect(await store.readAll({ after: null, max: 10 })).toEqual({ events: [], next: null, atEnd: true });
    expect(store.fence()).toMatchObject({ lag: 0, blockers: [] });
  });

  it('does not take the position it will give out first for one that is settled', async () => {
    const store = aStore();
    const ours = follow(store);
    await store.readAll({ after: null, max: 10 });
    const first = await openWrite(writer, 'statement-first');
    const second = aNewEvent();
    await store.append('statement-second', 'none', [second]);
    await pause(200);
    expect([ours.ids, await store.head()]).toEqual([[], null]);
    await writer.query('commit');
    await eventually(() => expect(ours.ids).toEqual([first, second.eventId]));
  });
});

describe('between the look at the sequence and the look at the writers', () => {
  let look: Gate;
  let head: FencedHead;
  let session: FenceSession;

  /** The real session, but for a gate between its two looks. */
  beforeEach(async () => {
    look = new Gate();
    head = new FencedHead(
      async (lost) => {
        session = await FenceSession.open({ connectionString: database.url }, lost);
        const writers = session.writers.bind(session);
        session.writers = async () => {
          await look.pass();
          return writers();
        };
        return session;
      },
      () => undefined,
      60_000,
    );
  });
  afterEach(async () => {
    look.letThrough();
    await head.close();
  });

  const pageOf = async (settled: Promise<Awaited<ReturnType<FencedHead['settled']>>>) =>
    (await pageUpTo(await settled, { after: null, max: 100 }, database.pool))!.events.map(({ eventId }) => eventId);

  it('a write that began before and commits meanwhile is read', async () => {
    const early = await openWrite(writer, 'statement-early');
    const settling = head.settled();
    await look.reached;
    await writer.query('commit');
    look.letThrough();
    expect(await pageOf(settling)).toEqual([early]);
  });

  it('a write that begins and commits meanwhile waits for the next round, and so does everything after it', async () => {
    const settling = head.settled();
    await look.reached;
    const early = await openWrite(writer, 'statement-early');
    const late = await openWrite(another, 'statement-late');
    await another.query('commit');
    look.letThrough();
    await pause(100);
    expect(await Promise.race([settling, 'waiting'])).toBe('waiting');

    await writer.query('commit');
    expect(await pageOf(settling)).toEqual([]);
    expect(await pageOf(head.settled())).toEqual([early, late]);
  });

  it('a write that is rolled back leaves a hole nobody waits for', async () => {
    await openWrite(writer, 'statement-never');
    const late = await openWrite(another, 'statement-late');
    await another.query('commit');
    const settling = head.settled();
    await look.reached;
    await writer.query('rollback');
    look.letThrough();
    expect(await pageOf(settling)).toEqual([late]);
  });

  it('the other order of the two looks would lose the earlier of two events', async () => {
    // What not to do: who is writing first (nobody), then how far (too far).
    const writers = await (look.letThrough(), head.settled()).then(() => session.writers());
    const early = await openWrite(writer, 'statement-early');
    const late = await openWrite(another, 'statement-late');
    await another.query('commit');
    const tooFar = { head: await session.lastDrawn(), session };
    expect(writers).toEqual([]);
    const page = await pageUpTo(tooFar, { after: null, max: 100 }, database.pool);
    expect(page!.events.map(({ eventId }) => eventId)).toEqual([late]);

    await writer.query('commit');
    const behind = await pageUpTo(tooFar, { after: page!.next, max: 100 }, database.pool);
    expect(behind!.events.map(({ eventId }) => eventId)).not.toContain(early);
    expect(await pageOf(head.settled())).toEqual([early, late]);
  });
});

describe('a writer that is idle in its transaction', () => {
  it('shows as the blocker, by its process, with a lag that grows until it is gone', async () => {
    const store = aStore();
    await store.append('statement-before', 'none', newEvents(1));
    const ours = follow(store);
    await eventually(() => expect(ours.events).toHaveLength(1));
    await openWrite(writer, 'statement-idle');
    const pid = await pidOf(writer);
    await store.append('statement-late', 'none', newEvents(1));
    const { lag } = await eventually(() => {
      const fence = store.fence();
      expect(fence.blockers).toEqual([{ transaction: expect.any(String), pid, prepared: false }]);
      return fence;
    });
    const { rows } = await database.pool.query('select state from pg_stat_activity where pid = $1', [pid]);
    expect(rows).toEqual([{ state: 'idle in transaction' }]);
    await eventually(() => expect(store.fence().lag).toBeGreaterThan(lag + 100));

    await terminate(pid);
    await eventually(() => expect(ours.events).toHaveLength(2));
    await eventually(() => expect(store.fence()).toMatchObject({ lag: 0, blockers: [] }));
  });

  it('that only reads the log holds nobody back', async () => {
    const store = aStore({ patienceMs: 60_000 });
    await writer.query('begin isolation level repeatable read');
    await writer.query('select count(*) from events');
    await store.append('statement-a', 'none', newEvents(2));
    expect(await allPages(store)).toHaveLength(2);
    await writer.query('rollback');
  });
});

describe('two trackers', () => {
  it('tell the same in the same order, whether they began before a hole, in it or after it', async () => {
    const before = follow(aStore());
    const early = await openWrite(writer, 'statement-early');
    const within = follow(aStore());
    const late = aNewEvent();
    await aStore().append('statement-late', 'none', [late]);
    await pause(200);
    expect([before.ids, within.ids]).toEqual([[], []]);
    await writer.query('commit');
    const after = follow(aStore());
    for (const one of [before, within, after]) {
      await eventually(() => expect(one.ids).toEqual([early, late.eventId]));
    }
  });

  it('need not agree on how far they are, and lose nothing for it', async () => {
    const [ahead, behind] = [aStore(), aStore()];
    await ahead.append('statement-a', 'none', newEvents(3));
    await behind.head();
    const early = await openWrite(writer, 'statement-early');
    await writer.query('commit');
    expect(await ahead.head()).not.toBe(behind.fence().head);
    const late = await openWrite(another, 'statement-late');
    const { position } = await ahead.append('statement-b', 'none', newEvents(1));
    expect((await allPages(ahead)).map(({ eventId }) => eventId)).toContain(early);
    // The other one looks only now, and does not know on which side of the open write the earlier one is.
    expect(await allPages(behind)).toHaveLength(3);
    for (const store of [ahead, behind]) expect(await store.head()).not.toBe(position);
    await another.query('commit');
    for (const store of [ahead, behind]) {
      const ids = (await allPages(store)).map(({ eventId }) => eventId);
      expect(ids.slice(3, 5)).toEqual([early, late]);
      expect(ids).toHaveLength(6);
      expect(await store.head()).toBe(position);
    }
  });
});

describe('a tracker that has to connect again', () => {
  const trackers = () =>
    database.pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'sijil log head'`,
    );

  it('while a position is open waits for it all the same', async () => {
    const store = aStore();
    const ours = follow(store);
    const first = aNewEvent();
    await store.append('statement-first', 'none', [first]);
    await eventually(() => expect(ours.events).toHaveLength(1));
    const early = await openWrite(writer, 'statement-early');
    const late = aNewEvent();
    await store.append('statement-late', 'none', [late]);

    for (let times = 0; times < 3; times += 1) {
      const { rows } = await eventually(async () => {
        const found = await trackers();
        expect(found.rows).toHaveLength(1);
        return found;
      });
      await terminate(rows[0]!.pid);
      await pause(100);
      expect(ours.ids).toEqual([first.eventId]);
    }
    await writer.query('commit');
    await eventually(() => expect(ours.ids).toEqual([first.eventId, early, late.eventId]));
  });

  it('does not go by the head it knew when the sequence has gone back', async () => {
    const store = aStore();
    await store.append('statement-a', 'none', newEvents(5));
    const known = await store.head();
    const { rows } = await trackers();
    await terminate(rows[0]!.pid);
    await eventually(() => expect(store.fence().head).toBeNull());
    await emptyLog(database.pool);
    const early = await openWrite(writer, 'statement-early');
    const late = aNewEvent();
    await store.append('statement-late', 'none', [late]);
    await expect(store.readAll({ after: null, max: 10 })).rejects.toThrow(/held open by process/);
    await writer.query('commit');
    expect((await allPages(store)).map(({ eventId }) => eventId)).toEqual([early, late.eventId]);
    expect((await store.head())! < known!).toBe(true);
  });
});

describe('a backend that is terminated in mid-append', () => {
  it('between its insert and its commit leaves nothing but a hole', async () => {
    const store = aStore();
    const ours = follow(store);
    const lost = await openWrite(writer, 'statement-lost');
    const late = aNewEvent();
    await store.append('statement-late', 'none', [late]);
    await terminate(await pidOf(writer));
    await eventually(() => expect(ours.ids).toEqual([late.eventId]));
    expect(ours.ids).not.toContain(lost);
    const again = aNewEvent({ eventId: lost });
    expect(await store.append('statement-lost', 'none', [again])).toMatchObject({ revision: 0, repeated: false });
  });

  it('while our append waits for its stream says that the outcome is unknown, and repeated goes in once', async () => {
    const store = aStore();
    await store.append('statement-a', 'none', newEvents(1));
    await writer.query('begin');
    await writer.query("select from streams where stream = 'statement-a' for update");
    const events = newEvents(2);
    const outcome = store.append('statement-a', 0, events).catch((error: unknown) => error);
    const pid = await eventually(async () => {
      const { rows } = await database.pool.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and application_name = 'sijil log' and wait_event_type = 'Lock'`,
      );
      expect(rows).toHaveLength(1);
      return rows[0]!.pid;
    });
    await terminate(pid);
    expect(await outcome).toBeInstanceOf(StoreUnavailable);
    await writer.query('rollback');
    expect(await store.append('statement-a', 0, events)).toMatchObject({ revision: 2, repeated: false });
    expect(await store.append('statement-a', 0, events)).toMatchObject({ revision: 2, repeated: true });
    expect(await allPages(store)).toHaveLength(3);
  });
});

describe('what goes on elsewhere in the cluster', () => {
  it('does not hold readers back: a long write, an index built beside it, a vacuum', async () => {
    const store = aStore({ patienceMs: 60_000 });
    await store.append('statement-before', 'none', newEvents(1));
    await writer.query('create table if not exists elsewhere (n integer)');
    await writer.query('begin isolation level repeatable read');
    await writer.query('insert into elsewhere select generate_series(1, 1000)');
    // It waits for everybody with an older snapshot, the long write among them, so that it stays under way.
    const building = another.query('create index concurrently if not exists events_by_category on events (category)');
    await eventually(async () => {
      const { rows } = await database.pool.query(`select from pg_stat_progress_create_index`);
      expect(rows).toHaveLength(1);
    });
    for (let turn = 0; turn < 5; turn += 1) {
      const started = performance.now();
      const { position } = await store.append(`statement-${turn}`, 'none', newEvents(2));
      expect(await store.head()).toBe(position);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
    expect((await database.pool.query('select from pg_stat_progress_create_index')).rows).toHaveLength(1);
    await writer.query('commit');
    await building;
    await database.pool.query('vacuum (analyze) events');
    expect(await allPages(store)).toHaveLength(11);
    await database.pool.query('drop index events_by_category');
  });
});

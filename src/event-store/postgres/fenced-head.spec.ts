import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { PoolConfig } from 'pg';
import { aNewEvent, newEvents } from '../../../test/contract/a-new-event.js';
import { emptyLog } from '../../../test/contract/empty-log.js';
import { NaiveReader } from '../../../test/contract/naive-reader.js';
import { all, allPages } from '../../../test/contract/reading.js';
import { testDatabase } from '../../../test/support/database.js';
import type { TestDatabase } from '../../../test/support/database.js';
import { StoreUnavailable } from '../errors.js';
import type { EventFilter, StoredEvent, Subscribe } from '../event-store.js';
import type { FenceSession } from './fence-session.js';
import { pageUpTo } from './fenced-pages.js';
import { PostgresEventStore } from './postgres-event-store.js';
import type { PostgresEventStoreOptions } from './postgres-event-store.js';

let database: TestDatabase;
let writer: Client;
const opened: PostgresEventStore[] = [];
const stopping = new Set<AbortController>();

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await emptyLog(database.pool);
  writer = new Client({ connectionString: database.url });
  writer.on('error', () => undefined);
  await writer.connect();
});
afterEach(async () => {
  for (const stop of stopping) stop.abort();
  await writer.end();
  await rollBackPrepared();
  await Promise.all(opened.splice(0).map((store) => store.close()));
});
afterAll(() => database.drop());

/** A prepared transaction outlives its session, and a failed test must not leave one to the next. */
async function rollBackPrepared(): Promise<void> {
  const { rows } = await database.pool.query<{ gid: string }>(
    'select gid from pg_prepared_xacts where database = current_database()',
  );
  for (const { gid } of rows) await database.pool.query(`rollback prepared '${gid}'`);
}

function aStore(options: PostgresEventStoreOptions = {}, config: PoolConfig = {}): PostgresEventStore {
  const store = new PostgresEventStore({ connectionString: database.url, ...config }, { patienceMs: 150, ...options });
  opened.push(store);
  return store;
}

/** What a subscription has told so far. */
function following(store: PostgresEventStore, options: Partial<Subscribe> = {}) {
  const stop = new AbortController();
  stopping.add(stop);
  const events: StoredEvent[] = [];
  const ended = (async () => {
    for await (const message of store.subscribe({ after: null, signal: stop.signal, ...options })) {
      if (message.kind === 'event') events.push(message.event);
    }
  })();
  return { events, stop, ended };
}

async function until(holds: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not so within ${withinMs} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** An append by another process whose transaction is still open: its position is drawn, its event unseen. */
async function openWrite(stream: string): Promise<string> {
  const id = randomUUID();
  await writer.query('begin');
  await writer.query("select append_event($1, null, $2, 'StatementIssued', '{}', '{}')", [stream, id]);
  return id;
}

const idsOf = (events: readonly StoredEvent[]) => events.map((event) => event.eventId);

describe('the database', () => {
  it.each([
    'update events set type = $$Other$$',
    'delete from events',
    'truncate events',
    'delete from events where false',
  ])('refuses: %s', async (statement) => {
    const store = aStore();
    await store.append('statement-a', 'none', newEvents(2));
    await expect(writer.query(statement)).rejects.toThrow('The log is append-only');
    await writer.query('set session_replication_role = replica');
    await expect(writer.query(statement)).rejects.toThrow('The log is append-only');
    expect(await allPages(store)).toHaveLength(2);
  });

  it.each([
    ['append_event', `'${randomUUID()}', 'T', '{}', '{}'`],
    ['append_events', `array['${randomUUID()}', '${randomUUID()}']::uuid[], '{T,T}', '{"{}","{}"}', '{"{}","{}"}'`],
  ])('makes %s durable even in a session that is not', async (name, event) => {
    await writer.query('set synchronous_commit = off');
    await writer.query('begin');
    await writer.query(`select ${name}('statement-a', null, ${event})`);
    expect((await writer.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
    await writer.query('commit');
    expect((await writer.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'off' }]);
  });
});

describe('a position that is drawn and not yet committed', () => {
  it('is passed over by a naive reader, and never by ours', async () => {
    const store = aStore();
    const naive = new NaiveReader(database.pool);
    const ours = following(store);
    const early = await openWrite('statement-early');
    const late = aNewEvent();
    await store.append('statement-late', 'none', [late]);

    await naive.read();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(naive.seen).toEqual([late.eventId]);
    expect(ours.events).toEqual([]);

    await writer.query('commit');
    await until(() => ours.events.length === 2);
    await naive.read();
    expect(naive.seen).toEqual([late.eventId]);
    expect(idsOf(ours.events)).toEqual([early, late.eventId]);
  });

  it('holds back later events only until it is rolled back', async () => {
    const store = aStore();
    const ours = following(store);
    await openWrite('statement-early');
    const { position } = await store.append('statement-late', 'none', [aNewEvent()]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ours.events).toEqual([]);
    await writer.query('rollback');
    await until(() => ours.events.length === 1);
    expect(await store.head()).toBe(position);
  });

  it('leaves what is before it readable, and shows who is in the way and for how long', async () => {
    const store = aStore();
    const before = await store.append('statement-before', 'none', newEvents(3));
    await store.readAll({ after: null, max: 10 });
    expect(store.fence()).toEqual({ head: before.position, lag: 0, blockers: [] });

    await openWrite('statement-early');
    await store.append('statement-late', 'none', newEvents(1));
    expect(await allPages(store)).toHaveLength(3);
    expect(await store.head()).toBe(before.position);
    expect(store.fence()).toMatchObject({
      head: before.position,
      blockers: [{ pid: (await writer.query('select pg_backend_pid() as pid')).rows[0].pid, prepared: false }],
    });
    expect(store.fence().lag).toBeGreaterThan(100);

    await writer.query('commit');
    expect(await allPages(store)).toHaveLength(5);
    expect(store.fence()).toMatchObject({ lag: 0, blockers: [] });
  });

  it('lets a stream be read by itself, for its own order is settled', async () => {
    const store = aStore();
    await openWrite('statement-early');
    await store.append('statement-late', 'none', newEvents(2));
    expect(await all(store.readStream('statement-late'))).toHaveLength(2);
  });

  it('makes a store that has just started say so, rather than that the log is empty', async () => {
    const store = aStore();
    await openWrite('statement-early');
    await expect(store.readAll({ after: null, max: 10 })).rejects.toThrow(/held open by process \d+/);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await writer.query('commit');
    expect(await allPages(store)).toHaveLength(1);
  });

  it('holds back when its transaction is prepared, which no process holds', async () => {
    const store = aStore();
    const ours = following(store);
    await store.append('statement-before', 'none', newEvents(1));
    await until(() => ours.events.length === 1);
    await openWrite('statement-early');
    await store.append('statement-late', 'none', newEvents(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const name = `sijil-${randomUUID()}`;
    await writer.query(`prepare transaction '${name}'`);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(ours.events).toHaveLength(1);
    expect(store.fence().blockers).toMatchObject([{ pid: null, prepared: true }]);
    const { lagMs, blockers } = await store.condition();
    expect(lagMs).toBeGreaterThan(0);
    expect(blockers).toMatchObject([
      { gid: name, pid: null, state: 'prepared', statement: null, end: `rollback prepared '${name}'` },
    ]);

    await writer.query(`commit prepared '${name}'`);
    await until(() => ours.events.length === 3);
    expect(ours.events.map((event) => event.stream)).toEqual(['statement-before', 'statement-early', 'statement-late']);
  });

  it('holds back when it was prepared before anybody looked', async () => {
    const store = aStore();
    await openWrite('statement-early');
    const name = `sijil-${randomUUID()}`;
    await writer.query(`prepare transaction '${name}'`);
    await store.append('statement-late', 'none', newEvents(1));
    await expect(store.readAll({ after: null, max: 10 })).rejects.toThrow(/prepared transaction/);
    await writer.query(`rollback prepared '${name}'`);
    expect(await allPages(store)).toHaveLength(1);
  });
});

describe('what does not hold readers back', () => {
  it('is a write to another table, however long', async () => {
    const store = aStore({ patienceMs: 60_000 });
    await writer.query('create table if not exists elsewhere (n integer)');
    await writer.query('begin');
    await writer.query('insert into elsewhere select generate_series(1, 1000)');
    await store.append('statement-a', 'none', newEvents(2));
    expect(await allPages(store)).toHaveLength(2);
    await writer.query('rollback');
  });

  it('is a writer to the log of another database', async () => {
    const other = await testDatabase();
    const stranger = await other.pool.connect();
    await stranger.query('begin');
    await stranger.query("select append_event('statement-a', null, gen_random_uuid(), 'T', '{}', '{}')");
    const store = aStore({ patienceMs: 60_000 });
    await store.append('statement-a', 'none', newEvents(2));
    expect(await allPages(store)).toHaveLength(2);
    await stranger.query('rollback');
    stranger.release();
    await other.drop();
  });

  it('is an index being built', async () => {
    const store = aStore({ patienceMs: 60_000 });
    await openWrite('statement-early');
    const building = database.pool.query('create index concurrently events_by_type on events (type)');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await writer.query('commit');
    await store.append('statement-a', 'none', newEvents(2));
    expect(await allPages(store)).toHaveLength(3);
    await building;
    await database.pool.query('drop index events_by_type');
  });
});

describe('readers', () => {
  it('are woken by another process, long before they would look by themselves', async () => {
    const ours = following(aStore({ pollMs: 60_000 }));
    const other = aStore();
    const first = aNewEvent();
    await other.append('statement-a', 'none', [first]);
    await until(() => ours.events.length === 1);
    for (let revision = 0; revision < 5; revision += 1) await other.append('statement-a', revision, [aNewEvent()]);
    await until(() => ours.events.length === 6);
  });

  it('find by looking what nobody announced', async () => {
    const ours = following(aStore({ pollMs: 50 }));
    await openWrite('statement-a');
    await writer.query('commit');
    await until(() => ours.events.length === 1);
  });

  it('get on through a long log in which nothing matches, a bounded stretch at a time', async () => {
    await writer.query(`insert into events (stream, revision, event_id, type, data, metadata)
      select 'bulk-1', n, gen_random_uuid(), 'Bulk', '{}', '{}' from generate_series(0, 24999) n`);
    const store = aStore();
    const wanted = aNewEvent({ type: 'Wanted' });
    await store.append('statement-a', 'none', [wanted]);
    const read = { filter: { types: ['Wanted'] }, max: 10 };
    const first = await store.readAll({ ...read, after: null });
    expect(first).toMatchObject({ events: [], atEnd: false });
    const second = await store.readAll({ ...read, after: first.next });
    expect(second).toMatchObject({ events: [], atEnd: false });
    const third = await store.readAll({ ...read, after: second.next });
    expect(idsOf(third.events)).toEqual([wanted.eventId]);
    expect(third.atEnd).toBe(true);
  });
});

describe('a connection that is lost', () => {
  const cutAll = () =>
    database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'sijil log%'",
    );

  it('costs a subscription nothing', async () => {
    const store = aStore({ pollMs: 100 });
    const ours = following(store);
    const ids: string[] = [];
    for (let index = 0; index < 30; index += 1) {
      if (index % 10 === 5) await cutAll();
      const event = aNewEvent();
      ids.push(event.eventId);
      for (;;) {
        try {
          await store.append(`statement-${index}`, 'none', [event]);
          break;
        } catch (error) {
          expect(error).toBeInstanceOf(StoreUnavailable);
        }
      }
    }
    await until(() => ours.events.length >= 30, 10_000);
    expect(idsOf(ours.events)).toEqual(ids);
  });

  it('takes with it what was known of the head', async () => {
    const store = aStore();
    await store.append('statement-a', 'none', newEvents(1));
    const { position } = (await allPages(store))[0]!;
    expect(store.fence().head).toBe(position);
    await cutAll();
    await until(() => store.fence().head === null);
    expect(await store.head()).toBe(position);
  });

  it('does not let a page be read on the word of a session that is not on this server', async () => {
    const store = aStore();
    await store.append('statement-a', 'none', newEvents(3));
    const head = (await store.head())!;
    const page = (session: Pick<FenceSession, 'pid' | 'startedAt'>, filter?: EventFilter) =>
      pageUpTo(
        { head, session: session as FenceSession },
        { after: null, max: 10, ...(filter && { filter }) },
        database.pool,
      );

    const { rows } = await writer.query<{ pid: number; startedAt: string }>(
      `select pid, extract(epoch from backend_start)::text as "startedAt" from pg_stat_get_activity(pg_backend_pid())`,
    );
    const { pid, startedAt } = rows[0]!;
    expect((await page({ pid, startedAt }))?.events).toHaveLength(3);
    expect(await page({ pid, startedAt: '1' })).toBeNull();
    expect(await page({ pid, startedAt: '1' }, { categories: ['statement'] })).toBeNull();
    await writer.end();
    await until(async () => (await page({ pid, startedAt })) === null);
  });

  it('is reported by every question, and waited out by a subscription until that is stopped', async () => {
    const store = aStore(
      {},
      { connectionString: undefined as never, host: '/nowhere/at-all', database: 'none', user: 'nobody' },
    );
    await expect(store.append('statement-a', 'none', newEvents(1))).rejects.toThrow(StoreUnavailable);
    await expect(store.readAll({ after: null, max: 1 })).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await expect(all(store.readStream('statement-a'))).rejects.toThrow(StoreUnavailable);

    const ours = following(store);
    let ended = false;
    void ours.ended.then(() => (ended = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(ended).toBe(false);
    ours.stop.abort();
    await ours.ended;
  });

  it('is what a closed store amounts to', async () => {
    const store = aStore();
    await store.close();
    await expect(store.append('statement-a', 'none', newEvents(1))).rejects.toThrow(StoreUnavailable);
    await expect(store.readAll({ after: null, max: 1 })).rejects.toThrow(StoreUnavailable);
  });
});

it('refuses a standby, whose locks say nothing about who is writing', async () => {
  await writer.query(`create schema standby;
    create function standby.pg_is_in_recovery() returns boolean language sql as 'select true'`);
  const standby = aStore({}, { options: '-c search_path=standby,public,pg_catalog' });
  await expect(standby.readAll({ after: null, max: 1 })).rejects.toThrow(/standby/);
  await writer.query('drop schema standby cascade');
});

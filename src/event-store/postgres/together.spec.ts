import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { testDatabase } from '../../../test/support/database.js';
import type { TestDatabase } from '../../../test/support/database.js';
import { EventIdReused, WrongExpectedRevision } from '../errors.js';
import type { AppendResult, Expected } from '../event-store.js';
import { PostgresEventStore } from './postgres-event-store.js';

let database: TestDatabase;
let store: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore({ connectionString: database.url });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const append = (stream: string, expected: Expected = 'none', eventId: string = randomUUID()): Promise<AppendResult> =>
  store.append(stream, expected, [{ eventId, type: 'Said', data: { in: stream }, metadata: {} }]);

const revisionsIn = async (stream: string): Promise<readonly number[]> => {
  const revisions: number[] = [];
  for await (const event of store.readStream(stream)) revisions.push(event.revision);
  return revisions;
};

/** Which transaction each stream's first event came in with. */
const transactionsOf = async (streams: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<{ xmin: string }>(
    'select xmin::text from events where stream = any ($1) and revision = 0',
    [streams],
  );
  return rows.map(({ xmin }) => xmin);
};

describe('appends made at the same moment', () => {
  it('share a transaction, each with its own result', async () => {
    const streams = ['c-1', 'a-1', 'b-1'];
    const results = await Promise.all(streams.map((stream) => append(stream)));
    expect(new Set(results.map(({ position }) => position)).size).toBe(3);
    expect(new Set(await transactionsOf(streams)).size).toBe(1);
    for (const [index, stream] of streams.entries()) {
      const { rows } = await database.pool.query<{ stream: string }>('select stream from events where position = $1', [
        results[index]!.position,
      ]);
      expect(rows).toEqual([{ stream }]);
    }
  });

  it('are refused one by one: those beside a refused one go in', async () => {
    await append('taken-1');
    const id = randomUUID();
    await append('other-1', 'none', id);
    const [fresh, stale, reused, repeated] = await Promise.allSettled([
      append('fresh-1'),
      append('taken-1', 7),
      append('fresh-2', 'none', id),
      append('other-1', 'none', id),
    ]);
    expect(fresh.status).toBe('fulfilled');
    expect(stale).toMatchObject({ reason: expect.any(WrongExpectedRevision) });
    expect(reused).toMatchObject({ reason: expect.any(EventIdReused) });
    expect(repeated).toMatchObject({ value: { repeated: true } });
    expect(await revisionsIn('fresh-2')).toEqual([]);
  });

  it('to one stream go in for the one that comes first, and are refused for the rest', async () => {
    const settled = await Promise.allSettled(Array.from({ length: 10 }, () => append('contended-1')));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of settled.filter(({ status }) => status === 'rejected')) {
      expect(one).toMatchObject({ reason: expect.any(WrongExpectedRevision) });
    }
    expect(await revisionsIn('contended-1')).toEqual([0]);
  });

  it('do not wait for a stream that somebody else holds', async () => {
    await append('held-1');
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query("select from streams where stream = 'held-1' for update");
      let isHeld = true;
      const held = append('held-1', 0).then((result) => ({ result, isHeld }));
      const others = await Promise.all([append('free-1'), append('free-2')]);
      expect(others.map(({ revision }) => revision)).toEqual([0, 0]);

      isHeld = false;
      await holder.query('rollback');
      expect(await held).toMatchObject({ result: { revision: 1 }, isHeld: false });
    } finally {
      await holder.end();
    }
  });

  it('go in one by one when the database refuses their group', async () => {
    await database.pool.query(`create function refuse_bad() returns trigger language plpgsql as $$
      begin if new.stream = 'bad-1' then raise exception 'no'; end if; return new; end $$`);
    await database.pool.query(
      'create trigger refuse_bad before insert on events for each row execute function refuse_bad()',
    );
    const settled = await Promise.allSettled([append('good-1'), append('bad-1'), append('good-2')]);
    await database.pool.query('drop trigger refuse_bad on events');
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([await revisionsIn('good-1'), await revisionsIn('bad-1'), await revisionsIn('good-2')]).toEqual([
      [0],
      [],
      [0],
    ]);
  });
});

describe('streams read at the same moment', () => {
  it('are each whole, in order and nobody else’s, also over several pages and where there is nothing', async () => {
    const many = (length: number) =>
      Array.from({ length }, () => ({ eventId: randomUUID(), type: 'Said', data: {}, metadata: {} }));
    await store.append('long-1', 'none', many(1_100));
    await store.append('long-2', 'none', many(3));
    const read = await Promise.all(['long-1', 'nothing-1', 'long-2', 'long-1'].map(revisionsIn));
    expect(read.map(({ length }) => length)).toEqual([1_100, 0, 3, 1_100]);
    for (const revisions of read) expect(revisions).toEqual(revisions.map((_, index) => index));
  });
});

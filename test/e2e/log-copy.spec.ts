import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { readConfig } from '../../src/config.js';
import { createPool } from '../../src/database/index.js';
import { copyLog } from '../../src/event-store/copy/copy-log.js';
import { MemoryEventStore } from '../../src/event-store/memory/memory-event-store.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres-event-store.js';
import { startService, type Service } from '../../src/service.js';
import { allPages } from '../contract/reading.js';
import { TestApp } from '../support/app.js';
import { append } from '../support/appending.js';
import { bodyOf, someWords } from '../support/bodies.js';
import { aStatement, killed } from '../support/builders.js';
import { sijil } from '../support/command-line.js';
import { emptyDatabase, testDatabase } from '../support/database.js';
import { readModels, wordsOf } from '../support/read-models.js';
import { WORLD } from '../support/world.js';
import { describeInPostgres, itInPostgres } from '../support/in-postgres.js';
import { atLeast } from '../../src/domain/values/figure.js';

itInPostgres('moves a log from memory to PostgreSQL and back, with nothing changed on the way', async () => {
  const database = await testDatabase();
  const [first, last] = [new MemoryEventStore(), new MemoryEventStore()];
  const between = new PostgresEventStore({ connectionString: database.url });
  await append(first, [...WORLD, aStatement({ claims: [killed('person', atLeast(13))] })]);

  const there = await copyLog({ from: first, to: between });
  const back = await copyLog({ from: between, to: last });
  expect(there.copied).toBe(WORLD.length + 1);
  expect(back.target.chain).toBe(there.source.chain);
  expect(await allPages(last)).toEqual(await allPages(first));
  await between.close();
  await database.drop();
});

describeInPostgres('sijil log copy, from one PostgreSQL to another', () => {
  let app: TestApp;
  let target: Awaited<ReturnType<typeof emptyDatabase>>;
  let targetPool: pg.Pool;
  let moved: Service | undefined;

  beforeAll(async () => {
    app = await TestApp.start();
    for (const one of WORLD) await app.post(`/api/${one.category}${one.category === 'series' ? '' : 's'}`, bodyOf(one));
    for (let n = 0; n < 5; n += 1) {
      await rolledBackAppend(app.database.pool);
      const claims = [killed('person', atLeast(13 + n)), killed('child', atLeast(4 + n))];
      const body = bodyOf(aStatement({ statementId: `s-${n}`, claims }));
      const { status } = await app.post('/api/statements', { ...body, passage: someWords(`At least ${13 + n}.`) });
      expect(status).toBe(201);
    }
    const [passage] = await wordsOf(app.database.pool);
    const erasure = { passage: passage!.id, reason: 'protection' };
    expect(await app.post('/api/statements/s-0/erasures', erasure)).toMatchObject({ status: 200 });
  });
  beforeEach(async () => {
    target = await emptyDatabase();
    targetPool = createPool(target.url, 2);
  });
  afterEach(async () => {
    await moved?.close();
    moved = undefined;
    await targetPool.end();
    await target.drop();
  });
  afterAll(() => app.stop());

  const copy = (...options: string[]) =>
    sijil(['log', 'copy', '--from', app.database.url, '--to', target.url, ...options]);

  it('makes a register that tells and answers the same', async () => {
    const { code, out, err } = await copy('--json');
    expect([code, err]).toEqual([0, expect.stringContaining('Copying')]);
    const report = JSON.parse(out);
    expect(report.target).toMatchObject({ events: report.source.events, chain: report.source.chain });
    expect(await wordsOf(targetPool)).toEqual(await wordsOf(app.database.pool));
    expect((await wordsOf(targetPool)).filter(({ value }) => value === null)).toHaveLength(1);

    const dataFolder = await mkdtemp(join(tmpdir(), 'sijil-moved-'));
    moved = await startService(
      readConfig({ DATABASE_URL: target.url, DATA_DIR: dataFolder, PORT: '0', LOG_LEVEL: 'fatal' }),
    );
    await rm(dataFolder, { recursive: true, force: true });
    const before = await readModels(app.service, app.database.pool);
    const after = await readModels(moved, targetPool);
    expect(Object.keys(after).length).toBeGreaterThan(10);
    expect(after['claims']!.length).toBeGreaterThan(5);
    expect(after).toEqual(before);
  });

  it('prints both chains, counts, and where each log ends', async () => {
    const { code, out } = await copy();
    const chains = [...out.matchAll(/chain ([0-9a-f]{64})/g)].map(([, chain]) => chain);
    expect([code, chains.length, new Set(chains).size]).toEqual([0, 2, 1]);
    expect(out).toMatch(/^\d+ events copied, 0 were there already/);
    expect((await copy()).out).toMatch(/^0 events copied, \d+ were there already/);
  });

  it('refuses a register with a history of its own', async () => {
    await copy();
    const other = new PostgresEventStore({ connectionString: target.url });
    await append(other, [aStatement({ statementId: 'somebody-elses' })]);
    await other.close();
    const { code, err } = await copy();
    expect(code).toBe(3);
    expect(err).toContain('other events than the source');
  });

  it('shows no password', async () => {
    const { err } = await sijil(['log', 'copy', '--from', 'postgres://me:secret@127.0.0.1:1/none', '--to', target.url]);
    expect(err).not.toContain('secret');
  });

  it.each([
    ['a folder without a register', '/tmp/there-is-no-register-here', 'There is no embedded register in'],
    ['an address of something else', 'mysql://localhost/db', 'is no address of a log'],
  ])('says so when the source is %s', async (_, from, why) => {
    const { code, err } = await sijil(['log', 'copy', '--from', from, '--to', target.url]);
    expect(code).toBe(3);
    expect(err).toContain(why);
  });

  it('does not make a register of the source', async () => {
    const empty = await emptyDatabase();
    const { code, err } = await sijil(['log', 'copy', '--from', empty.url, '--to', target.url]);
    expect([code, err]).toEqual([3, expect.stringContaining('There is no register in')]);
    const pool = createPool(empty.url, 1);
    const { rows } = await pool.query(
      "select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    );
    expect(rows).toHaveLength(0);
    await pool.end();
    await empty.drop();
  });
});

/** Leaves a hole in the positions, so that the two logs number their events differently. */
async function rolledBackAppend(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query(`select append_event('statement-never', null, gen_random_uuid(), 'T', '{}', '{}')`);
  await client.query('rollback');
  client.release();
}

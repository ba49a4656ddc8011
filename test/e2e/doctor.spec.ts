import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiKeys } from '../../src/access/api-keys.js';
import { clocks } from '../../src/cli/doctor/clocks.js';
import { disk } from '../../src/cli/doctor/disk.js';
import type { Examination } from '../../src/cli/doctor/examine.js';
import type { Finding } from '../../src/cli/doctor/finding.js';
import { software } from '../../src/cli/doctor/software.js';
import { readConfig } from '../../src/config.js';
import { startEmbeddedPostgres } from '../../src/database/embedded-postgres/index.js';
import { startService } from '../../src/service.js';
import { TestApp } from '../support/app.js';
import { bodyOf } from '../support/bodies.js';
import { anActor } from '../support/builders.js';
import { sijil } from '../support/command-line.js';
import { emptyDatabase, testDatabase, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { processesNaming } from '../support/processes.js';
import { itInPostgres } from '../support/in-postgres.js';
import { KURRENTDB } from '../support/log-settings.js';

const QUIET = { PORT: '0', LOG_LEVEL: 'fatal', KURRENTDB_URL: '', DATABASE_URL: '' };

describe('sijil doctor', () => {
  describe('on a database of your own', () => {
    let app: TestApp;
    let database: TestDatabase;
    const settings = () => ({ ...QUIET, ...database.settings });

    beforeAll(async () => {
      app = await TestApp.start();
      database = app.database;
      await app.key('admin');
    });
    afterAll(() => app.stop());

    it('finds all well beside a running service, and names what there is', async () => {
      const { body } = await app.post('/api/actors', bodyOf(anActor('seen')));
      const { code, findings } = await examined({ ...settings(), PORT: new URL(app.url).port });
      expect(findings.filter(({ well }) => !well)).toEqual([]);
      expect(code).toBe(0);
      expect(of('software', findings).says).toMatch(/Sijil \d+\.\d+\.\d+, Node v\d+/);
      expect(of('stores', findings).facts).toMatchObject({ embedded: false, log: KURRENTDB ?? 'postgresql' });
      expect(of('migrations', findings).facts).toEqual({ pending: [], strange: [] });
      expect(of('log', findings).facts).toEqual({ head: body['position'], lagMs: 0 });
      for (const one of of('projections', findings).facts['projections'] as { checkpoint: string }[])
        expect(one.checkpoint).toBe(body['position']);
      expect(of('clocks', findings).well).toBe(true);
      expect(of('keys', findings).facts).toMatchObject({ admins: 1 });
      expect(of('service', findings).facts).toMatchObject({ status: 200 });
    });

    itInPostgres('names who holds back the log, and how to end that', async () => {
      const writer = await database.pool.connect();
      try {
        await writer.query('begin');
        await writer.query('lock table events in row exclusive mode');
        const { rows } = await writer.query<{ pid: number }>('select pg_backend_pid() as pid');
        const { pid } = rows[0]!;
        const { code, findings } = await examined(settings());
        expect(code).toBe(1);
        expect(of('log', findings).says).toContain(`process ${pid} (sijil`);
        expect(of('log', findings).toDo).toContain(`select pg_terminate_backend(${pid})`);
        expect(of('log', findings).facts['lagMs']).toBeGreaterThan(500);
      } finally {
        await writer.query('rollback');
        writer.release();
      }
    });

    itInPostgres('names a transaction that was prepared and left, which no process holds any more', async () => {
      const writer = await database.pool.connect();
      try {
        await writer.query('begin');
        await writer.query('lock table events in row exclusive mode');
        await writer.query(`prepare transaction 'left-behind'`);
        const { code, findings } = await examined(settings());
        expect(code).toBe(1);
        expect(of('log', findings).says).toContain('left-behind');
        expect(of('log', findings).toDo).toContain(`rollback prepared 'left-behind'`);
      } finally {
        await writer.query(`rollback prepared 'left-behind'`);
        writer.release();
      }
    });
  });

  describe('where something is to be done', () => {
    let database: TestDatabase;
    const settings = () => ({ ...QUIET, DATABASE_URL: database.url });
    beforeEach(async () => (database = await testDatabase()));
    afterEach(() => database.drop());

    it('says in sentences that nobody can administer the register, and how to change that', async () => {
      const { code, out, err } = await sijil(['doctor'], settings());
      expect(code).toBe(1);
      expect(out).toMatch(/TO DO {2}keys +0 valid, 0 of them for an admin\.\n +Make one with: sijil keys create/);
      expect(out).toContain('Not all is well.');
      expect(err).toBe('');
    });

    it('counts no admin whose key was revoked, and warns of one that ends soon', async () => {
      const keys = new ApiKeys(database.pool);
      const { prefix } = await keys.create({ principal: 'gone', role: 'admin' });
      await keys.revoke(prefix);
      expect(of('keys', (await examined(settings())).findings)).toMatchObject({ well: false, facts: { admins: 0 } });
      const expiresAt = new Date(Date.now() + 86_400_000);
      await keys.create({ principal: 'leaving', role: 'admin', expiresAt });
      expect(of('keys', (await examined(settings())).findings)).toMatchObject({ well: false, facts: { admins: 1 } });
    });

    it('names projections that are behind while nobody carries them on', async () => {
      await database.pool.query(
        `select append_event('actor-x', null, gen_random_uuid()::text::uuid, 'ActorRegistered', '{}', '{}')`,
      );
      const { code, findings } = await examined(settings());
      expect(code).toBe(1);
      expect(of('projections', findings)).toMatchObject({ well: false, toDo: expect.stringContaining('sijil serve') });
      expect(of('projections', findings).says).toMatch(/register behind, at the beginning/);
    });

    it('names read models that were built from another log', async () => {
      await database.pool.query(
        `select append_event('actor-x', null, gen_random_uuid()::text::uuid, 'ActorRegistered', '{}', '{}')`,
      );
      await database.pool.query(
        `insert into projector.checkpoints (projection, position) values ('register', repeat('0', 19) || '-' || repeat('0', 19))`,
      );
      const { findings } = await examined(settings());
      expect(of('projections', findings)).toMatchObject({
        well: false,
        toDo: expect.stringContaining('KURRENTDB_URL'),
      });
    });

    it('refuses to advise an older Sijil on a newer schema', async () => {
      await database.pool.query(`insert into migrations (timestamp, name) values (9, 'Later9')`);
      const { code, findings } = await examined(settings());
      expect(code).toBe(1);
      expect(of('migrations', findings)).toMatchObject({ says: expect.stringContaining('Later9'), well: false });
    });
  });

  it('names the migrations an empty database lacks, and runs none', async () => {
    const { url, drop } = await emptyDatabase();
    try {
      for (let look = 0; look < 2; look += 1) {
        const { code, findings } = await examined({ ...QUIET, DATABASE_URL: url });
        expect(code).toBe(1);
        expect(of('migrations', findings).says).toMatch(/Pending: Events\d+/);
        expect(of('migrations', findings).toDo).toContain('sijil migrate');
      }
    } finally {
      await drop();
    }
  });

  it.each([
    ['the database', { DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/sijil' }],
    ['a database at an address that is not there', { DATABASE_URL: 'postgres://me:hush@nowhere.invalid/sijil' }],
  ])('says that %s cannot be reached, without the password or a stack, and ends with 3', async (_, settings) => {
    const { code, out, err } = await sijil(['doctor'], { ...QUIET, ...settings });
    expect(code).toBe(3);
    expect(out).toMatch(/TO DO {2}stores +Cannot reach the PostgreSQL server at postgres:\/\/me:\*\*\*@/);
    expect(out).toContain('DATABASE_URL is right');
    expect(out + err).not.toMatch(/hush| {4}at /);
  });

  it('says that KurrentDB cannot be reached, and ends with 3', async () => {
    const database = await testDatabase();
    try {
      const settings = { DATABASE_URL: database.url, KURRENTDB_URL: 'kurrentdb://me:hush@127.0.0.1:1?tls=false' };
      const { code, out, err } = await sijil(['doctor'], { ...QUIET, ...settings });
      expect(code).toBe(3);
      expect(out).toContain('the log is in KurrentDB at kurrentdb://me:***@127.0.0.1:1');
      expect(out).toMatch(/TO DO {2}log/);
      expect(out + err).not.toMatch(/hush| {4}at /);
    } finally {
      await database.drop();
    }
  });

  describe('on an embedded register', () => {
    let top: string;
    beforeAll(async () => {
      top = await mkdtemp(join(tmpdir(), 'sijil-doctor-'));
      await chmod(top, 0o755);
    });
    afterAll(() => rm(top, { recursive: true, force: true, maxRetries: 5 }));

    it('that is not there yet makes none', async () => {
      const DATA_DIR = join(top, 'none');
      const { code, findings } = await examined({ ...QUIET, DATA_DIR });
      expect(code).toBe(1);
      expect(of('stores', findings)).toMatchObject({ well: false, toDo: expect.stringContaining('sijil serve') });
      expect(await readdir(top)).not.toContain('none');
    });

    it('looks whether it is in use or at rest, names its disk, and leaves it as it was', async () => {
      const DATA_DIR = join(top, 'real');
      const settings = { ...QUIET, DATA_DIR };
      const service = await startService(readConfig(settings));
      try {
        const beside = await examined(settings);
        expect([beside.code, of('stores', beside.findings).facts['running']]).toEqual([0, true]);
        expect(of('disk', beside.findings).facts['freeBytes']).toBeGreaterThan(0);
      } finally {
        await service.close();
      }
      const { code, findings } = await examined(settings);
      expect([code, of('stores', findings).facts['running']]).toEqual([0, false]);
      expect(of('stores', findings).facts['at']).toContain('data');
      await eventually(() => expect(processesNaming(`${DATA_DIR}/`)).toEqual([]));
    });

    it('of another major version says what to do, and ends with 3', async () => {
      const data = join(top, 'older', 'postgresql', 'data');
      await mkdir(data, { recursive: true });
      await writeFile(join(data, 'PG_VERSION'), '17\n');
      const { code, out } = await sijil(['doctor'], { ...QUIET, DATA_DIR: join(top, 'older') });
      expect(code).toBe(3);
      expect(out).toMatch(/TO DO {2}stores.*written by PostgreSQL 17.*pg_dump/);
      expect(await readdir(data)).toEqual(['PG_VERSION']);
      await expect(startEmbeddedPostgres({ folder: join(top, 'older') })).rejects.toThrow(/PostgreSQL 17/);
    });
  });

  it('asks for a newer Node, more space and clocks that agree', async () => {
    expect(software('v20.19.9')).toMatchObject({ well: false, toDo: 'Install Node 20.20 or newer.' });
    expect(software('v24.0.0')).toMatchObject({ well: true });
    expect(await disk(tmpdir(), Number.MAX_SAFE_INTEGER)).toMatchObject({ well: false });
    expect(await disk(join(tmpdir(), 'not', 'there', 'yet'), 0)).toMatchObject({ well: true });
    const database = await testDatabase();
    try {
      expect(await clocks(database.pool, () => Date.now() - 60_000)).toMatchObject({
        well: false,
        says: expect.stringMatching(/60\.\d s ahead/),
      });
      expect(await clocks(database.pool, () => Date.now() + 60_000)).toMatchObject({
        says: expect.stringMatching(/60\.\d s behind|59\.\d s behind/),
      });
    } finally {
      await database.drop();
    }
  });
});

async function examined(environment: Record<string, string>): Promise<Examination & { readonly code: number }> {
  const { code, out, err } = await sijil(['doctor', '--json'], environment);
  expect(err).toBe('');
  return { code, ...(JSON.parse(out) as Examination) };
}

function of(about: string, findings: readonly Finding[]): Finding {
  const one = findings.find((finding) => finding.about === about);
  if (!one) throw new Error(`Nothing was found about ${about}.`);
  return one;
}

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  DataFolderDamaged,
  DataFolderOfAnotherMajor,
  FolderOutOfReach,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/database/embedded-postgres/index.js';
import { buildService, startService, type EmbeddedService } from '../support/embedded-service.js';
import { describeInPostgres } from '../support/in-postgres.js';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
const nobody = { uid: 65534, gid: 65534 };
const asAnother = isRoot && spawnSync(process.execPath, ['-v'], { ...nobody, cwd: '/' }).status === 0 ? it : it.skip;

describeInPostgres('The embedded PostgreSQL', () => {
  let top: string;
  let folder: string;
  let program: string;
  const open: { stop(): Promise<void> }[] = [];
  const services: EmbeddedService[] = [];

  beforeAll(async () => {
    top = await realpath(await mkdtemp(join(tmpdir(), 'sijil-embedded-')));
    await chmod(top, 0o755);
    const build = join(top, 'program');
    await mkdir(build);
    program = await buildService(build);
    folder = join(top, 'project', '.sijil');
  });

  afterEach(async () => {
    await Promise.all(services.splice(0).map((service) => service.kill()));
    await Promise.all(open.splice(0).map((server) => server.stop()));
  });

  afterAll(() => rm(top, { recursive: true, force: true, maxRetries: 5 }));

  async function start(options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ folder, ...options });
    open.push(server);
    return server;
  }

  async function service(where = folder, as?: { uid: number; gid: number }): Promise<EmbeddedService> {
    const started = await startService(program, where, as);
    services.push(started);
    return started;
  }

  it('starts in an empty folder, durable, in UTF-8, on a unix socket only its owner can reach', async () => {
    const server = await start();
    const rows = await ask(
      server.url,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_pages,
              current_setting('listen_addresses') as addresses, current_setting('max_prepared_transactions') as prepared,
              current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale
       from pg_database where datname = current_database()`,
    );
    expect(rows).toEqual([
      {
        fsync: 'on',
        full_pages: 'on',
        addresses: '',
        prepared: '10',
        encoding: 'UTF8',
        provider: 'b',
        locale: 'C.UTF-8',
      },
    ]);
    expect(server.attached).toBe(false);
    for (const path of [server.connection.host, server.data]) expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  asRoot('runs as another user when we are root', async () => {
    const server = await start();
    const owner = (await stat(server.data)).uid;
    expect(owner).not.toBe(0);
    expect(await uidOf(await postmasterOf(server.data))).toBe(owner);
  });

  it('is down after its stop, and starts again with what was committed', async () => {
    const first = await start();
    await ask(first.url, 'create table kept (word text)');
    await ask(first.url, `insert into kept values ('سِجِلّ')`);
    const server = await postmasterOf(first.data);
    await first.stop();
    await first.stop();
    expect(runs(server)).toBe(false);

    const again = await start();
    expect(again.attached).toBe(false);
    expect(await ask(again.url, 'select word from kept')).toEqual([{ word: 'سِجِلّ' }]);
  });

  it('is stopped when its service is killed, and nothing acknowledged is lost', async () => {
    const killed = await service();
    const server = await postmasterOf(killed.data);
    await ask(killed.url, 'create table appended (n int primary key)');
    const appending = appendUntilCutOff(killed.url);
    await sleep(200);
    await killed.kill();
    const acknowledged = await appending;
    await eventually(() => !runs(server));

    const [row] = await ask((await start()).url, 'select count(*)::int as n, max(n) as last from appended');
    expect(acknowledged).toBeGreaterThan(0);
    // One more may have been committed while its answer was cut off.
    expect(row?.['n']).toBe(row?.['last']);
    expect(row?.['n']).toBeGreaterThanOrEqual(acknowledged);
    expect(row?.['n']).toBeLessThanOrEqual(acknowledged + 1);
  });

  it('recovers at once when server and service are killed together', async () => {
    const killed = await service();
    await ask(killed.url, 'create table recovered (n int)');
    await ask(killed.url, 'insert into recovered values (1)');
    process.kill(await postmasterOf(killed.data), 'SIGKILL');
    await killed.kill();

    const again = await service();
    expect(again.attached).toBe(false);
    expect(await ask(again.url, 'select n from recovered')).toEqual([{ n: 1 }]);
  });

  it('is shared by a second process, and outlives the first, killed or not, until the last one is gone', async () => {
    const first = await service();
    const second = await service();
    const third = await service();
    expect([first, second, third].map(({ attached }) => attached)).toEqual([false, true, true]);
    const server = await postmasterOf(first.data);

    await first.kill();
    await second.stop();
    await sleep(200);
    expect(await ask(third.url, 'select 1 as one')).toEqual([{ one: 1 }]);

    await third.stop();
    expect(runs(server)).toBe(false);
  });

  it('is launched once when many start it together', async () => {
    const started = await Promise.all([service(), service(), start(), start()]);
    const servers = await Promise.all(started.map(({ data }) => postmasterOf(data)));
    expect(new Set(servers).size).toBe(1);
    expect(started.filter(({ attached }) => !attached)).toHaveLength(1);
  });

  it('starts where an earlier process died while starting it', async () => {
    const dead = spawn('/bin/sh', ['-c', 'exit']);
    await new Promise((resolve) => dead.once('exit', resolve));
    await writeFile(join(folder, 'postgresql.lock'), JSON.stringify({ pid: dead.pid, startedAt: null }));
    await mkdir(join(folder, 'postgresql', 'data.incomplete-0a1b'));

    const server = await start();
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(folder, 'postgresql.lock'))).toBe(false);
    expect(existsSync(join(folder, 'postgresql', 'data.incomplete-0a1b'))).toBe(false);
  });

  it('starts when, after a reboot, another program has the pid it once had', async () => {
    const stranger = spawn('sleep', ['60']);
    const lines = [stranger.pid, join(folder, 'postgresql', 'data'), 1, 5432, '', '', '', 'ready'];
    const file = join(folder, 'postgresql', 'data', 'postmaster.pid');
    await writeFile(file, `${lines.join('\n')}\n`);

    const server = await start();
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(runs(stranger.pid!)).toBe(true);
    stranger.kill();
  });

  it('does not start beside a PostgreSQL that may have the same data open, nor stops it', async () => {
    const data = join(folder, 'postgresql', 'data');
    const { uid, gid } = await stat(data);
    const other = spawn('sleep', ['60'], { argv0: '/opt/postgres -D /renamed/data', uid, gid, cwd: '/' });
    const file = join(data, 'postmaster.pid');
    await writeFile(file, `${other.pid}\n/renamed/data\n1\n5432\n\n\n\nready\n`);
    await chown(file, uid, gid);

    await expect(start()).rejects.toThrow(/"postmaster.pid" already exists/);
    expect(runs(other.pid!)).toBe(true);
    other.kill();
    await rm(file);
  });

  it('is taken in hand again when its keeper was killed with the service', async () => {
    const killed = await service();
    const orphan = await postmasterOf(killed.data);
    const keeper = parentOf(orphan);
    for (const pid of [...childrenOf(keeper), keeper]) if (pid !== orphan) process.kill(pid, 'SIGKILL');
    await killed.kill();
    await sleep(100);
    expect(runs(orphan)).toBe(true);

    const server = await start();
    expect(server.attached).toBe(false);
    expect(runs(orphan)).toBe(false);
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says why when it cannot start, and starts once the reason is gone', async () => {
    await expect(start({ settings: { shared_buffers: 'plenty' } })).rejects.toThrow(/shared_buffers/);
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses data of another major version, names the way out and changes nothing', async () => {
    const data = join(top, 'older', '.sijil', 'postgresql', 'data');
    await mkdir(data, { recursive: true });
    await writeFile(join(data, 'PG_VERSION'), '17\n');

    const refused = start({ folder: join(top, 'older', '.sijil') });
    await expect(refused).rejects.toThrow(DataFolderOfAnotherMajor);
    await expect(refused).rejects.toThrow(/PostgreSQL 17.*PostgreSQL 18.*pg_dump.*DATABASE_URL/);
    expect(await readdir(data)).toEqual(['PG_VERSION']);
    expect(await readFile(join(data, 'PG_VERSION'), 'utf8')).toBe('17\n');
  });

  it('refuses a data folder that is not one, and leaves what is in it', async () => {
    const data = join(top, 'damaged', '.sijil', 'postgresql', 'data');
    await mkdir(data, { recursive: true });
    await writeFile(join(data, 'notes.txt'), 'mine');

    await expect(start({ folder: join(top, 'damaged', '.sijil') })).rejects.toThrow(DataFolderDamaged);
    expect(await readdir(data)).toEqual(['notes.txt']);
  });

  it('puts its socket elsewhere when the path of the project is too long for one, and removes it again', async () => {
    const long = join(top, 'a-long-name-of-a-folder-'.repeat(4), '.sijil');
    const server = await start({ folder: long });
    const { host } = server.connection;
    expect(server.data.startsWith(long)).toBe(true);
    expect(Buffer.byteLength(join(host, '.s.PGSQL.5432'))).toBeLessThanOrEqual(107);
    expect((await stat(host)).mode & 0o777).toBe(0o700);
    const second = await start({ folder: long });
    expect(second.connection).toEqual(server.connection);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);

    await Promise.all([server.stop(), second.stop()]);
    await eventually(() => !existsSync(host));
  });

  asRoot('keeps its data elsewhere when its user cannot enter the project, and a link says where', async () => {
    const closed = join(top, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const options = { folder: join(closed, 'project', '.sijil'), elsewhere: join(top, 'elsewhere') };
    const first = await start(options);
    await ask(first.url, 'create table far_away (n int)');
    expect(first.data.startsWith(`${options.elsewhere}/project-`)).toBe(true);
    expect((await lstat(join(options.folder, 'postgresql'))).isSymbolicLink()).toBe(true);
    expect(await realpath(join(options.folder, 'postgresql'))).toBe(dirname(first.data));
    await first.stop();

    const again = await start(options);
    expect(await ask(again.url, 'select n from far_away')).toEqual([]);
    await again.stop();

    await rm(dirname(first.data), { recursive: true });
    await expect(start(options)).rejects.toThrow(/link.*missing/);
  });

  asRoot('says who cannot write where, when a project was moved out of its user’s reach', async () => {
    const closed = join(top, 'moved');
    await mkdir(join(closed, '.sijil', 'postgresql'), { recursive: true });
    await chown(join(closed, '.sijil', 'postgresql'), 65534, 65534);
    await chmod(closed, 0o700);
    await expect(start({ folder: join(closed, '.sijil') })).rejects.toThrow(FolderOutOfReach);
  });

  asAnother('says what is wrong when its user is unknown to the system, as in some containers', async () => {
    const unknown = join(top, 'unknown');
    await mkdir(unknown);
    await chown(unknown, 4242, 4242);
    const refused = service(join(unknown, '.sijil'), { uid: 4242, gid: 4242 });
    await expect(refused).rejects.toThrow(/user does not exist[^]*DATABASE_URL/);
    expect(await readdir(join(unknown, '.sijil'))).toEqual(['postgresql']);
  });

  asAnother('runs for a user who is not root, in a folder of theirs', async () => {
    const theirs = join(top, 'theirs');
    await mkdir(theirs);
    await chown(theirs, nobody.uid, nobody.gid);
    const started = await service(join(theirs, '.sijil'), nobody);
    const server = await postmasterOf(started.data);
    expect(await uidOf(server)).toBe(nobody.uid);
    expect(await ask(started.url, 'select 1 as one')).toEqual([{ one: 1 }]);

    // Another user is told whose it is, and root may join.
    await expect(service(join(theirs, '.sijil'), { uid: 4343, gid: 4343 })).rejects.toThrow(/belongs to another user/);
    expect((await start({ folder: join(theirs, '.sijil') })).attached).toBe(true);
    await started.kill();
  });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Counts what was acknowledged before the connection broke. */
async function appendUntilCutOff(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  for (let n = 1; ; n++) {
    try {
      await client.query('insert into appended values ($1)', [n]);
    } catch {
      return n - 1;
    }
  }
}

async function postmasterOf(data: string): Promise<number> {
  return Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

function runs(pid: number): boolean {
  try {
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false; // ps found no such process
  }
}

async function uidOf(pid: number): Promise<number> {
  return Number(execFileSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' }));
}

function parentOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
}

function childrenOf(parent: number): number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return all
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (ppid === parent ? [pid!] : []));
}

async function eventually(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !holds(); await sleep(20)) {
    if (Date.now() > end) throw new Error('It did not come true within ten seconds.');
  }
}

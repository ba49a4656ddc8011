import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  FolderFull,
  FolderNotWritable,
  LaunchNotFinished,
  SocketVanished,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/database/embedded-postgres/index.js';
import { ourselves } from '../../src/database/embedded-postgres/process-identity.js';
import { buildService, startService, type EmbeddedService } from '../support/embedded-service.js';
import { eventually } from '../support/eventually.js';
import { processesNaming } from '../support/processes.js';
import { describeInPostgres } from '../support/in-postgres.js';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
const canBeAnother = isRoot && spawnSync(process.execPath, ['-v'], { ...nobody, cwd: '/' }).status === 0;
const asAnother = canBeAnother ? it : it.skip;
const mounts = canMount();
const onSmallDisks = mounts ? describeInPostgres : describe.skip;

let top: string;
let program: string;
const open: { stop(): Promise<void> }[] = [];
const services: EmbeddedService[] = [];

beforeAll(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'sijil-hostile-')));
  await chmod(top, 0o755);
  await mkdir(join(top, 'program'));
  program = await buildService(join(top, 'program'));
});

afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.kill()));
  await Promise.all(open.splice(0).map((server) => server.stop()));
  // Whatever happened, nothing that was started there goes on.
  await eventually(() => expect(processesNaming(`${top}/`)).toEqual([]));
});

afterAll(() => rm(top, { recursive: true, force: true, maxRetries: 5 }));

describeInPostgres('The embedded PostgreSQL, where it cannot write', () => {
  it('says that the folder of the register is a file', async () => {
    const file = join(top, 'a-file');
    await writeFile(file, 'mine');
    await expect(start(file)).rejects.toThrow(FolderNotWritable);
    await expect(start(join(file, '.sijil'))).rejects.toThrow(/cannot write in .*a-file.*DATA_DIR.*DATABASE_URL/);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  asAnother('says which folder its user may not write in', async () => {
    const locked = join(top, 'locked');
    await mkdir(locked, { mode: 0o755 });
    const refused = service(join(locked, '.sijil'), nobody);
    await expect(refused).rejects.toThrow(/cannot write in .*locked\/\.sijil \(EACCES\).*DATA_DIR.*DATABASE_URL/);
    expect(await readdir(locked)).toEqual([]);
  });
});

onSmallDisks(
  `The embedded PostgreSQL, on a disk that${mounts ? '' : ' (skipped: nothing can be mounted here)'}`,
  () => {
    const disks: string[] = [];
    afterEach(() => {
      for (const disk of disks.splice(0)) spawnSync('umount', ['-l', disk]);
    });

    async function disk(name: string, options: string): Promise<string> {
      const folder = join(top, name);
      await mkdir(folder, { recursive: true });
      expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `mode=755,${options}`, 'none', folder]).status).toBe(0);
      disks.push(folder);
      return folder;
    }

    it('is read-only, says so', async () => {
      const folder = await disk('read-only', 'ro');
      await expect(start(join(folder, '.sijil'))).rejects.toThrow(/cannot write in .*read-only\/\.sijil \(EROFS\)/);
    });

    it('is too small for its programs, says so and leaves none behind', async () => {
      const folder = join(await disk('tiny', 'size=8m'), '.sijil');
      const refused = start(folder);
      await expect(refused).rejects.toThrow(FolderFull);
      await expect(refused).rejects.toThrow(/no space left .*tiny.*Free some space.*DATA_DIR/);
      expect(await readdir(join(folder, 'postgresql'))).toEqual([]);
    });

    it('is too small for its data, says so and leaves none behind', async () => {
      const folder = join(await disk('small', 'size=90m'), '.sijil');
      await expect(start(folder)).rejects.toThrow(FolderFull);
      expect((await readdir(join(folder, 'postgresql'))).filter((name) => name.startsWith('data'))).toEqual([]);
    });

    it('has become full, says so, and starts with everything that was committed once there is space', async () => {
      const small = await disk('filled', 'size=400m');
      const first = await start(join(small, '.sijil'));
      await ask(first.url, 'create table kept as select 1 as one');
      await first.stop();
      spawnSync('dd', ['if=/dev/zero', `of=${join(small, 'filler')}`, 'bs=4k']);

      await expect(start(join(small, '.sijil'))).rejects.toThrow(FolderFull);
      await rm(join(small, 'filler'));
      expect(await ask((await start(join(small, '.sijil'))).url, 'select one from kept')).toEqual([{ one: 1 }]);
    });
  },
);

describeInPostgres('The embedded PostgreSQL, while another process', () => {
  it('is starting it and does not finish, names that process and its lock, and takes nothing from it', async () => {
    const folder = join(top, 'held', '.sijil');
    await mkdir(folder, { recursive: true });
    const lock = join(folder, 'postgresql.lock');
    const held = JSON.stringify(ourselves());
    await writeFile(lock, held);

    const refused = start(folder, { patienceMs: 100 });
    await expect(refused).rejects.toThrow(LaunchNotFinished);
    await expect(refused).rejects.toThrow(new RegExp(`Process ${process.pid} has been starting.*0.1 seconds.*${lock}`));
    expect(await readFile(lock, 'utf8')).toBe(held);
    expect(await readdir(folder)).toEqual(['postgresql.lock']);
  });

  it('starts it in the same second, is shared with it, again and again', async () => {
    const folder = join(top, 'twins', '.sijil');
    for (let round = 0; round < 3; round += 1) {
      const [one, other] = await Promise.all([service(folder), service(folder)]);
      expect([one.attached, other.attached].sort()).toEqual([false, true]);
      expect(one.url).toBe(other.url);
      await Promise.all([one.stop(), other.stop()]);
      expect(processesNaming(`${folder}/`)).toEqual([]);
    }
  });
});

describeInPostgres('The embedded PostgreSQL, when its socket vanished', () => {
  it('lets nobody attach, says what to do, and stops with those who had it', async () => {
    const folder = join(top, 'a-long-name-of-a-folder-'.repeat(4), '.sijil');
    const first = await service(folder);
    const kept = new pg.Client({ connectionString: first.url });
    await kept.connect();
    const host = decodeURIComponent(/@([^/]+)/.exec(first.url)![1]!);
    await rm(host, { recursive: true });

    await expect(start(folder)).rejects.toThrow(SocketVanished);
    await expect(start(folder)).rejects.toThrow(/socket in .* has vanished.*No data is lost.*Stop every Sijil/);
    expect((await kept.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await kept.end();

    await first.stop();
    expect(await ask((await start(folder)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is not taken from those who use it when the folder of the socket went too', async () => {
    const folder = join(top, 'swept', '.sijil');
    const first = await service(folder);
    const kept = new pg.Client({ connectionString: first.url });
    await kept.connect();
    await rm(join(folder, 'postgresql', 'run'), { recursive: true });

    await expect(start(folder)).rejects.toThrow(SocketVanished);
    expect((await kept.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await kept.end();

    await first.stop();
    await eventually(() => expect(processesNaming(`${folder}/`)).toEqual([]));
    expect(await ask((await start(folder)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describeInPostgres('The embedded PostgreSQL, when its service is told to stop in the middle of starting', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'by %s, goes too, and starts the next time',
    async (signal) => {
      for (const afterMs of [150, 400, 800]) {
        const folder = join(top, `cut-short-${signal}-${afterMs}`, '.sijil');
        const child = spawn(process.execPath, [program, folder], {
          cwd: '/',
          stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        });
        await sleep(afterMs);
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;

        const next = await start(folder);
        expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
        expect((await readdir(dirname(next.data))).filter((name) => name.includes('incomplete'))).toEqual([]);
        await next.stop();
        await eventually(() => expect(processesNaming(`${folder}/`)).toEqual([]));
      }
    },
    60_000,
  );
});

async function start(folder: string, options: { patienceMs?: number } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, ...options });
  open.push(server);
  return server;
}

async function service(folder: string, as?: { uid: number; gid: number }): Promise<EmbeddedService> {
  const started = await startService(program, folder, as);
  services.push(started);
  return started;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Mounting needs more than being root: in most containers it is refused. */
function canMount(): boolean {
  return isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
}

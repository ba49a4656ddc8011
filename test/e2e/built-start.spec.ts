import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../support/eventually.js';
import { processesNaming } from '../support/processes.js';
import { newLogSettings } from '../support/log-settings.js';

const MAIN = join(process.cwd(), 'dist/src/main.js');
const isBuilt = existsSync(MAIN);
const built = isBuilt ? describe : describe.skip;

interface Started {
  readonly child: ChildProcess;
  /** All that it wrote so far. */
  said(): string;
}

built(`The built service, when it is started${isBuilt ? '' : ' (skipped: not built)'}`, () => {
  let dataFolder: string;
  let log: Record<string, string>;
  const running: ChildProcess[] = [];

  beforeEach(async () => {
    dataFolder = await realpath(await mkdtemp(join(tmpdir(), 'sijil-start-')));
    log = newLogSettings();
  });
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await eventually(() => expect(processesNaming(dataFolder)).toEqual([]));
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  });

  function start(settings: Record<string, string> = {}): Started {
    const env = { PATH: process.env['PATH'], ...log, DATA_DIR: dataFolder, PORT: '0', ...settings };
    const child = spawn(process.execPath, [MAIN], { env, stdio: 'pipe' });
    running.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
    return { child, said: () => said };
  }

  const address = ({ said }: Started) =>
    eventually(() => {
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said()) ?? [];
      if (!url) throw new Error(`It does not say where it answers:\n${said()}`);
      return url;
    }, 25_000);

  /** A KurrentDB that holds much of others' is searched for the end of our log first. */
  const ready = (url: string) =>
    eventually(async () => expect((await fetch(`${url}/api/ready`)).status).toBe(200), 25_000);

  it('twice in the same second in an empty folder, runs twice over one database, with one first key', async () => {
    const both = [start(), start()];
    const urls = await Promise.all(both.map(address));
    const key = (await readFile(join(dataFolder, 'admin-key'), 'utf8')).trim();
    for (const url of urls) {
      await ready(url);
      const known = await fetch(`${url}/api/events`, { headers: { authorization: `Bearer ${key}` } });
      expect(known.status).not.toBe(401);
    }
    expect((await stat(join(dataFolder, 'admin-key'))).mode & 0o777).toBe(0o600);
    expect(both.filter(({ said }) => said().includes('The first admin key is in'))).toHaveLength(1);
    expect((await readdir(dataFolder)).filter((name) => name.startsWith('admin-key'))).toEqual(['admin-key']);

    for (const { child } of both) child.kill('SIGTERM');
    expect(await Promise.all(both.map(({ child }) => once(child, 'exit')))).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)(
    'and told to stop by %s before it runs, ends at once and leaves nothing running',
    async (signal, code) => {
      const cut = start();
      await eventually(() => expect(processesNaming(dataFolder)).not.toEqual([]), 25_000);
      await sleep(200);
      expect(cut.said()).not.toContain('Sijil answers');
      cut.child.kill(signal);
      expect(await once(cut.child, 'exit')).toEqual([code, null]);
      expect(cut.said()).not.toContain('    at ');
      await eventually(() => expect(processesNaming(dataFolder)).toEqual([]));

      const again = start();
      await ready(await address(again));
    },
    60_000,
  );

  it('where its port is taken, says so, and leaves nothing running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    other.unref();
    const { port } = other.address() as { port: number };
    const { child, said } = start({ PORT: String(port) });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(said()).toMatch(/cannot listen at 127.0.0.1, port \d+ \(EADDRINUSE\).*set PORT/);
    expect(said()).not.toContain('    at ');
  });

  it('where its database cannot be reached, says so without the password and without a stack', async () => {
    const { child, said } = start({ DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/sijil' });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(said()).toContain('Cannot reach the PostgreSQL server at postgres://me:***@127.0.0.1:1/sijil');
    expect(said()).not.toMatch(/hush| {4}at /);
  });

  it('where its folder is a file, says what to do without a stack', async () => {
    const file = join(dataFolder, 'file');
    await writeFile(file, '');
    const { child, said } = start({ DATA_DIR: file });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(said()).toMatch(/cannot write in .*file.*DATA_DIR.*DATABASE_URL/);
    expect(said()).not.toContain('    at ');
  });
});

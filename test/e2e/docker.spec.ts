import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '../../src/config.js';
import { KurrentEventStore } from '../../src/event-store/kurrent/kurrent-event-store.js';
import { openLog } from '../../src/resources.js';
import { startService } from '../../src/service.js';
import { sijil } from '../support/command-line.js';
import { testDatabase } from '../support/database.js';
import { compose, healthCommand, imageEnvironment, withDefaults } from '../support/docker-files.js';
import { eventually } from '../support/eventually.js';
import { newLogSettings } from '../support/log-settings.js';

const ours = compose.services.sijil;

describe('The service, in the environment of the compose file but without Docker', () => {
  let folder: string;
  const closing: (() => unknown)[] = [];
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'sijil-compose-'))));
  afterEach(async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The environment of the container, with its hosts and secrets where they are here. */
  async function environment(database: string): Promise<Record<string, string>> {
    const given = Object.entries(ours.environment).map(([name, value]) => [name, withDefaults(value)]);
    const all: Record<string, string> = { ...imageEnvironment(), ...Object.fromEntries(given) };
    const secret = join(folder, 'database-password');
    await writeFile(secret, 'p@ss word\n');
    const proxy = await tcpTo(database);
    closing.push(() => proxy.close());
    const { port } = proxy.address() as AddressInfo;
    expect(all['DATABASE_PASSWORD_FILE']).toBe(`/run/secrets/${ours.secrets![0]}`);
    expect(new URL(all['DATABASE_URL']!).hostname).toBe('postgres');
    return {
      ...all,
      DATABASE_PASSWORD_FILE: secret,
      DATABASE_URL: all['DATABASE_URL']!.replace('postgres:5432', `127.0.0.1:${port}`).replace(
        /[^/]+$/,
        new URL(database).pathname.slice(1),
      ),
      DATA_DIR: folder,
    };
  }

  it('has settings that are understood, and puts its log into KurrentDB', async () => {
    const database = await testDatabase();
    closing.push(() => database.drop());
    const config = readConfig(await environment(database.url));
    expect(config).toMatchObject({ host: '0.0.0.0', port: 4400, publicRead: false, logLevel: 'log' });
    expect(config.kurrentUrl).toBe('kurrentdb://kurrentdb:2113?tls=false');
    const log = await openLog(config, database.url);
    closing.push(() => log.close());
    expect(log).toBeInstanceOf(KurrentEventStore);
  });

  it('starts, is found healthy by the image’s own check, and by the doctor, once there is a key', async () => {
    const database = await testDatabase();
    closing.push(() => database.drop());
    // A KurrentDB where there is one to test with; otherwise the log is in PostgreSQL.
    const settings = {
      ...(await environment(database.url)),
      ...newLogSettings(),
      PORT: String(await freePort()),
    };
    const service = await startService({ ...readConfig(settings), logLevel: 'fatal' });
    closing.push(() => service.close());
    const ready = async () => expect((await fetch(`http://127.0.0.1:${settings.PORT}/api/ready`)).status).toBe(200);
    // A KurrentDB that holds much of others' is searched for the end of our log first.
    await eventually(ready, 25_000);

    const [program = '', ...args] = healthCommand();
    const env = { PATH: process.env['PATH'], PORT: settings.PORT };
    await promisify(execFile)(program, args, { env });
    await expect(promisify(execFile)(program, args, { env: { ...env, PORT: '1' } })).rejects.toMatchObject({ code: 1 });

    expect((await sijil(['doctor'], settings)).code).toBe(1);
    expect((await sijil(['keys', 'create', 'admin', '--role', 'admin'], settings)).code).toBe(0);
    expect(await sijil(['doctor'], settings)).toMatchObject({ code: 0, out: expect.stringContaining('All is well.') });
  });
});

/** The test's PostgreSQL, which listens on a socket only, reached over TCP. */
async function tcpTo(url: string): Promise<Server> {
  const folder = decodeURIComponent(/@([^/]+)/.exec(url)![1]!);
  const server = createServer((from) => {
    const to = connect(join(folder, '.s.PGSQL.5432'));
    for (const socket of [from, to]) socket.on('error', () => socket.destroy());
    from.pipe(to).pipe(from);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

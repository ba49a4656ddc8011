import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { readConfig } from '../../src/config.js';
import { KurrentEventStore } from '../../src/event-store/kurrent/kurrent-event-store.js';
import { openLog } from '../../src/resources.js';
import { startService } from '../../src/service.js';
import { sijil } from '../support/command-line.js';
import { testDatabase } from '../support/database.js';
import { newLogSettings } from '../support/log-settings.js';

interface ComposeService {
  readonly environment: Record<string, string>;
  readonly depends_on?: Record<string, { readonly condition: string }>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Record<'kurrentdb' | 'postgres' | 'sijil', ComposeService>;
  readonly networks: Record<string, { readonly internal?: boolean } | null>;
  readonly volumes: Record<string, unknown>;
  readonly secrets: Record<string, { readonly file: string }>;
}

const root = process.cwd();
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8')) as Compose;
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');
const { kurrentdb, postgres, sijil: ours } = compose.services;

describe('The compose file', () => {
  it('starts the service only once both stores are well', () => {
    expect(ours.depends_on).toEqual({
      kurrentdb: { condition: 'service_healthy' },
      postgres: { condition: 'service_healthy' },
    });
    for (const store of [kurrentdb, postgres]) expect(store.healthcheck?.test[0]).toBe('CMD');
  });

  it('keeps the stores on a network that nobody outside can reach, and their data in volumes', () => {
    for (const store of [kurrentdb, postgres]) {
      expect(store.ports).toBeUndefined();
      for (const network of store.networks) expect(compose.networks[network]?.internal).toBe(true);
      for (const volume of store.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      expect(store.volumes).toHaveLength(1);
    }
    expect(ours.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:.*:4400$/)]);
  });

  it('holds no secret: each is in a file, which git is told to leave out', () => {
    for (const { environment } of Object.values(compose.services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD/.test(name))
          expect([name, value]).toEqual([expect.stringMatching(/_FILE$/), expect.stringMatching(/^\/run\/secrets\//)]);
        expect(String(value)).not.toMatch(/:\/\/[^/@]+:[^/@]+@/);
      }
    }
    for (const { file } of Object.values(compose.secrets)) expect(file).toMatch(/^\.\/secrets\//);
    expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain('secrets/');
  });

  const tool = composeTool();
  const withCompose = tool ? it : it.skip;
  withCompose(`is what docker compose understands${tool ? '' : ' (skipped: docker compose is not installed)'}`, () => {
    const [program = '', ...args] = tool ?? [];
    const { status, stderr } = spawnSync(program, [...args, 'config', '--quiet'], { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('The image', () => {
  it('copies only what is there and what .dockerignore lets through', () => {
    const kept = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(copied).toContain('package-lock.json');
    for (const name of copied) {
      expect([name, existsSync(join(root, name))]).toEqual([name, true]);
      expect(kept).toContain(`!${name}`);
    }
  });

  it('does not run as root, and looks after its own health', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(healthCommand()[0]).toBe('node');
  });
});

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
    const inImage = Object.fromEntries(
      [...(/^ENV (.+)$/m.exec(dockerfile)?.[1] ?? '').matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [
        name!,
        value!,
      ]),
    );
    const given = Object.entries(ours.environment).map(([name, value]) => [name, withDefaults(String(value))]);
    const all: Record<string, string> = { ...inImage, ...Object.fromEntries(given) };
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
    expect((await fetch(`http://127.0.0.1:${settings.PORT}/api/ready`)).status).toBe(200);

    const [program = '', ...args] = healthCommand();
    const env = { PATH: process.env['PATH'], PORT: settings.PORT };
    await promisify(execFile)(program, args, { env });
    await expect(promisify(execFile)(program, args, { env: { ...env, PORT: '1' } })).rejects.toMatchObject({ code: 1 });

    expect((await sijil(['doctor'], settings)).code).toBe(1);
    expect((await sijil(['keys', 'create', 'admin', '--role', 'admin'], settings)).code).toBe(0);
    expect(await sijil(['doctor'], settings)).toMatchObject({ code: 0, out: expect.stringContaining('All is well.') });
  });
});

function composeTool(): readonly string[] | null {
  const tools = [['docker', 'compose'], ['docker-compose']];
  return tools.find(([program = '', ...args]) => spawnSync(program, [...args, 'version']).status === 0) ?? null;
}

function healthCommand(): readonly string[] {
  return JSON.parse(/^HEALTHCHECK .* CMD (\[.+\])$/m.exec(dockerfile)![1]!) as string[];
}

const withDefaults = (value: string): string => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');

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

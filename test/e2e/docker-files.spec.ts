import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import {
  compose,
  dockerGuide,
  healthCommand,
  imageEnvironment,
  instructions,
  isGivenToDocker,
} from '../support/docker-files.js';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const { kurrentdb, postgres, sijil: ours } = compose.services;
const services = Object.entries(compose.services);

describe('The compose file', () => {
  it('starts the service only once both stores are well, and everyone is asked how they are', () => {
    const others = services.filter(([, service]) => service !== ours);
    expect(ours.depends_on).toEqual(
      Object.fromEntries(others.map(([name]) => [name, { condition: 'service_healthy' }])),
    );
    for (const [, store] of others) expect(store.healthcheck?.test[0]).toBe('CMD');
    // Ours has its check in the image.
    expect(healthCommand()[0]).toBe('node');
  });

  it('keeps the stores on a network that nobody outside can reach, and their data in volumes', () => {
    for (const store of [kurrentdb, postgres]) {
      expect(store.ports).toBeUndefined();
      for (const network of store.networks) expect(compose.networks[network]?.internal).toBe(true);
      for (const volume of store.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      expect(store.volumes).toHaveLength(1);
    }
    expect(ours.ports).toEqual([`127.0.0.1:\${SIJIL_PORT:-4400}:${imageEnvironment()['PORT']}`]);
  });

  it('sets only what is a setting, in the image as in the file', () => {
    for (const name of Object.keys({ ...imageEnvironment(), ...ours.environment })) {
      expect([name, name === 'NODE_ENV' || isSetting(name)]).toEqual([name, true]);
    }
    expect(isSetting('PUBLIC_READS')).toBe(false);
  });

  it('lets the settings be changed that the guide lists, and gives them the values it names', () => {
    const changeable = [...readFileSync('docker-compose.yml', 'utf8').matchAll(/\$\{(\w+):-([^}]*)\}/g)];
    const listed = [...dockerGuide.matchAll(/^\| `([A-Z_]+)` \|.*\| `?(\w+)`? \|$/gm)];
    const pairs = (found: readonly RegExpMatchArray[]) => found.map(([, name, value]) => `${name}=${value}`).sort();
    expect(pairs(changeable)).toEqual(pairs(listed));
  });

  it('names the release of every image', () => {
    const images = services.flatMap(([, { image }]) => image ?? []);
    const bases = instructions('FROM').map((line) => line.split(' ')[0]!);
    for (const image of [...images, ...bases]) expect(image).toMatch(/:\d+(\.\d+)*(-slim)?$/);
    // What is built for one base has to run on it.
    expect(new Set(bases).size).toBe(1);
  });

  it('holds no secret: each is in a file, which git and Docker are told to leave out', () => {
    for (const [, { environment, secrets = [] }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        expect(String(value)).not.toMatch(/:\/\/[^/@]+:[^/@]+@/);
        if (!/PASSWORD/.test(name)) continue;
        expect(name).toMatch(/_FILE$/);
        expect(secrets.map((secret) => `/run/secrets/${secret}`)).toContain(value);
      }
      for (const secret of secrets) expect(compose.secrets[secret]?.file).toBe(`./secrets/${secret}`);
    }
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('secrets/');
  });

  it('is given a secret by the guide that the containers’ users can read, and nobody else on the machine', () => {
    const [, commands = ''] = /^```\n([^`]*?)docker compose up/m.exec(dockerGuide) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'sijil-secrets-'));
    try {
      // Not everyone has it, and what it makes is not the question.
      const script = `umask 077; openssl() { echo made; }; ${commands}`;
      expect(spawnSync('bash', ['-ec', script], { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
      for (const { file } of Object.values(compose.secrets)) {
        expect(readFileSync(join(folder, file), 'utf8')).toBe('made\n');
        expect(statSync(join(folder, file)).mode & 0o777).toBe(0o644);
        expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const tool = composeTool();
  const withCompose = tool ? it : it.skip;
  withCompose(`is what docker compose understands${tool ? '' : ' (skipped: docker compose is not installed)'}`, () => {
    const [program = '', ...args] = tool ?? [];
    const { status, stderr } = spawnSync(program, [...args, 'config', '--quiet'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('The image', () => {
  const run = instructions('RUN').join(' && ').split(' && ');

  it('copies only what is there and what .dockerignore lets through', () => {
    const copied = instructions('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(copied).toContain('package-lock.json');
    for (const name of copied) expect([name, existsSync(name), isGivenToDocker(name)]).toEqual([name, true, true]);
    // Everything the build reads is among it.
    const { extends: base, include } = read('tsconfig.build.json') as { extends: string; include: string[] };
    expect(copied).toEqual(expect.arrayContaining(['tsconfig.build.json', base.replace('./', ''), ...include]));
  });

  it.each(['secrets/database-password', '.env', '.git/config', '.sijil/admin-key', 'node_modules/pg/package.json'])(
    'is never given %s',
    (file) => expect(isGivenToDocker(file)).toBe(false),
  );

  it('is given the code without its tests', () => {
    expect(isGivenToDocker('src/config.ts')).toBe(true);
    expect(isGivenToDocker('src/config.spec.ts')).toBe(false);
  });

  it('is built by scripts that exist, and leaves out only what running it does not need', () => {
    const { scripts, dependencies } = read('package.json') as Record<string, Record<string, string>>;
    const called = run.flatMap((command) => /^npm run (\S+)$/.exec(command)?.[1] ?? []);
    expect(called).toEqual(['build']);
    for (const name of called) expect(Object.keys(scripts!)).toContain(name);
    const removed = run.join(' ').matchAll(/node_modules\/(\S+)/g);
    for (const [, name] of removed) {
      expect(Object.keys(dependencies!).filter((one) => one === name || one.startsWith(`${name}/`))).toEqual([]);
    }
  });

  it('starts what the build makes, and has sijil among its commands', () => {
    const { entryFile } = read('nest-cli.json');
    const { bin } = read('package.json') as { bin: Record<string, string> };
    expect(instructions('CMD')).toEqual([`["node", "dist/${String(entryFile)}.js"]`]);
    expect(run).toContain(`ln -s /sijil/${bin['sijil']} /usr/local/bin/sijil`);
    expect(run).toContain(`chmod +x ${bin['sijil']}`);
    expect(readFileSync('src/cli.ts', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('does not run as root', () => {
    expect(instructions('USER')).toEqual(['node']);
  });
});

/** Whether the service reads a variable: a value that none of them likes then makes a difference. */
function isSetting(name: string): boolean {
  const outcome = (environment: Record<string, string>) => {
    try {
      return JSON.stringify(readConfig(environment));
    } catch (error) {
      return String(error);
    }
  };
  return outcome({ [name]: 'not a value' }) !== outcome({});
}

function composeTool(): readonly string[] | null {
  const tools = [['docker', 'compose'], ['docker-compose']];
  return tools.find(([program = '', ...args]) => spawnSync(program, [...args, 'version']).status === 0) ?? null;
}

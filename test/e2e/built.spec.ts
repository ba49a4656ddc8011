import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bodyOf } from '../support/bodies.js';
import { anActor } from '../support/builders.js';
import { newLogSettings } from '../support/log-settings.js';

const MAIN = join(process.cwd(), 'dist/src/main.js');
const built = existsSync(MAIN) ? describe : describe.skip;

built('the service as it is built and started', () => {
  let dataFolder: string;
  let settings: Record<string, string>;

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'sijil-built-'));
    settings = { ...newLogSettings(), DATA_DIR: dataFolder, PORT: '0' };
  });
  afterEach(() => rm(dataFolder, { recursive: true, force: true }));

  it('starts from nothing, records, stops when told to, and leaves no server behind', async () => {
    const service = start(settings);
    const { record } = await client(service, dataFolder);
    expect((await record('first')).status).toBe(201);

    service.kill('SIGTERM');
    expect(await once(service, 'exit')).toEqual([0, null]);
    expect(await readdir(join(dataFolder, 'postgresql', 'data'))).not.toContain('postmaster.pid');
  });

  it('has everything it acknowledged when it is killed at work and started again', async () => {
    const service = start(settings);
    const { record } = await client(service, dataFolder);
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; ; n += 1) {
        const answer = await record(`actor-${writer}-${n}`).catch(() => null);
        if (!answer) return;
        expect(answer.status).toBe(201);
        acknowledged.push(`actor-${writer}-${n}`);
        if (acknowledged.length === 50) service.kill('SIGKILL');
      }
    });
    await Promise.all(writers);
    expect(acknowledged.length).toBeGreaterThanOrEqual(50);

    const again = start(settings);
    const restarted = await client(again, dataFolder);
    for (const id of acknowledged) expect([id, (await restarted.record(id)).status]).toEqual([id, 200]);
    again.kill('SIGTERM');
    expect(await once(again, 'exit')).toEqual([0, null]);
  });

  it('has said enough when nobody reads on, as after "| head", and ends as it would have ended', async () => {
    const schema = spawn(process.execPath, [join(process.cwd(), 'dist/src/cli.js'), 'schema'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let complained = '';
    schema.stderr.on('data', (chunk) => (complained += String(chunk)));
    schema.stdout.destroy();
    expect(await once(schema, 'close')).toEqual([0, null]);
    expect(complained).toBe('');
  });

  it('names everything that is wrong with its settings, and does not start', async () => {
    const service = start({ ...settings, PORT: 'eighty', PUBLIC_READ: 'perhaps' });
    let said = '';
    service.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    expect(await once(service, 'exit')).toEqual([1, null]);
    expect(said).toContain('PORT');
    expect(said).toContain('PUBLIC_READ');
    expect(said).not.toContain('    at ');
  });
});

function start(settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'], ...settings }, stdio: 'pipe' });
}

/** Records actors with the register's first key. */
async function client(service: ChildProcess, dataFolder: string) {
  const url = await addressIn(service);
  const key = (await readFile(join(dataFolder, 'admin-key'), 'utf8')).trim();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const record = (id: string) =>
    fetch(`${url}/api/actors`, { method: 'POST', body: JSON.stringify(bodyOf(anActor(id))), headers });
  return { record };
}

async function addressIn(service: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: service.stdout! })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url) {
      service.stdout!.resume();
      return url;
    }
  }
  throw new Error('The service ended without saying where it answers.');
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiKeys } from '../../src/access/api-keys.js';
import { demo, requestsToTry } from '../../src/cli/demo.js';
import { exampleFiles } from '../../src/cli/examples.js';
import type { ImportReport } from '../../src/importing/import-report.js';
import { sijil, watchedTerminal } from '../support/command-line.js';
import { emptyDatabase, testDatabase, type TestDatabase } from '../support/database.js';

const CASE = `case: { id: a-case, title: A case, zone: Asia/Damascus, about: raid, seen: quoted }
actors: { sohr: { name: SOHR, type: monitor ngo } }
sources: { page: { title: A page } }
incidents: { raid: { title: Raid, occurred: 2022-02-03, place: { name: Atmeh, precision: town } } }
record:
  - { statement: a04, by: sohr, said: 2022-02-03, sources: page, killed: { people: 9 } }
  - { statement: a05, by: nobody, said: 2022-02-03, sources: page, killed: { people: 12 } }
  - { statement: a06, by: sohr, said: 2022-02-03, sources: page, kiled: { people: 13 } }
`;

let database: TestDatabase;
let folder: string;
let settings: Readonly<Record<string, string>>;
beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'sijil-import-'));
  settings = { ...database.settings, DATA_DIR: folder };
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function aFile(content: string | Buffer): Promise<string> {
  const path = join(folder, 'case.yaml');
  await writeFile(path, content);
  return path;
}

async function streams(): Promise<readonly string[]> {
  const { code, out } = await sijil(['events', 'tail', '--json'], settings);
  expect(code).toBe(0);
  const lines = out.split('\n').filter((line) => line !== '');
  return lines.map((line) => (JSON.parse(line) as { stream: string }).stream);
}

describe('sijil import', () => {
  it('records the example cases, says so, and changes nothing the second time', async () => {
    const first = await sijil(['import', ...exampleFiles()], settings);
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringMatching(/atmeh-2022.*: 75 rows recorded, 0 known already, 0 refused\./),
    });
    const log = await streams();
    expect(log).toContain('statement-a08');
    expect(log).toContain('report-snhr-2020-09');

    const second = await sijil(['import', ...exampleFiles(), '--as', 'somebody-else'], settings);
    expect(second).toMatchObject({
      code: 0,
      out: expect.stringMatching(/atmeh-2022.*: 0 rows recorded, 75 known already, 0 refused\./),
    });
    expect(await streams()).toEqual(log);
  });

  it('names bad rows with file, line and pointer, records the rest, and ends with 1', async () => {
    const file = await aFile(CASE);
    const { code, out } = await sijil(['import', file], settings);
    expect(code).toBe(1);
    expect(out).toContain(`${file}:7:23: statement a05, /record/1/by:`);
    expect(out).toMatch(/case\.yaml:8:\d+: statement a06, \/record\/2\/kiled: .*Did you mean "killed"\?/);
    expect(out).toContain('4 rows recorded, 0 known already, 2 refused.');
    expect(await streams()).toEqual(['actor-sohr', 'source-page', 'incident-raid', 'statement-a04']);
  });

  it('with --all-or-nothing appends nothing when a row is bad', async () => {
    const { code, out } = await sijil(['import', await aFile(CASE), '--all-or-nothing'], settings);
    expect([code, await streams()]).toEqual([1, []]);
    expect(out).toContain('nothing recorded');
  });

  it('with --dry-run appends nothing, and says in JSON what would happen', async () => {
    const { code, out } = await sijil(['import', await aFile(CASE), '--dry-run', '--json'], settings);
    const report = JSON.parse(out) as ImportReport;
    expect([code, report.dryRun, report.files[0]?.recorded, report.problems.length]).toEqual([1, true, 4, 2]);
    expect(await streams()).toEqual([]);
  });

  it('writes who recorded it into the log', async () => {
    await sijil(['import', await aFile(CASE), '--as', 'researcher-1'], settings);
    const { out } = await sijil(['events', 'tail', '--json'], settings);
    expect(out.split('\n')[0]).toContain('researcher-1');
  });

  it('tells how far it is in plain lines where there is no terminal', async () => {
    const { err } = await sijil(['import', await aFile(CASE)], settings);
    expect(err).toMatch(/Rehearsing: \d+ of 5\n/);
    expect(err).toContain('Recording: 4 of 4');
  });

  it.each([
    ['is not there', undefined, 'no such file'],
    ['is not UTF-8', Buffer.from('case: { title: \xe9 }', 'latin1'), 'not UTF-8'],
    ['is UTF-16', Buffer.from('\uFEFFcase: {}', 'utf16le'), 'UTF-16'],
    ['is 50 MiB', Buffer.alloc(50 * 1024 * 1024, 'a: b\n'), 'larger than'],
    ['is cut off', 'case: { id: a, title: "A', 'not YAML'],
  ])('names a file that %s, and ends with 1', async (_what, content, why) => {
    const file = content === undefined ? join(folder, 'missing.yaml') : await aFile(content);
    const { code, out } = await sijil(['import', file], settings);
    expect([code, await streams()]).toEqual([1, []]);
    expect(out).toContain(`${file}:1:`);
    expect(out).toContain(why);
  });

  it('ends with 3, and a sentence, when the database cannot be reached', async () => {
    const elsewhere = { ...settings, DATABASE_URL: 'postgres://sijil:secret@127.0.0.1:9/sijil' };
    const { code, err } = await sijil(['import', await aFile(CASE)], elsewhere);
    expect(code).toBe(3);
    expect(err).toContain('Cannot reach');
    expect(err).not.toContain('secret');
  });
});

describe('the command line', () => {
  it.each([
    [['import']],
    [['imprt', 'x']],
    [['import', 'x', '--dry']],
    [['import', 'x', '--as', 'Not A Name']],
    [['keys', 'create', 'ann', '--role', 'king']],
    [['keys', 'create', 'ann', '--role', 'reader', '--expires', 'soon']],
  ])('ends with 2 when it is not understood: %j', async (argv) => {
    const { code, err } = await sijil(argv, settings);
    expect(code).toBe(2);
    expect(err).toContain('error:');
  });

  it('ends with 2, naming all of it, when the settings cannot be used', async () => {
    const { code, err } = await sijil(['keys', 'list'], { ...settings, PORT: 'x', PUBLIC_READ: 'maybe' });
    expect(code).toBe(2);
    expect(err).toContain('PORT');
    expect(err).toContain('PUBLIC_READ');
  });

  it('explains itself', async () => {
    const { code, out } = await sijil(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('import');
    expect(out).toContain('Exit codes');
  });

  it('makes, lists and ends keys, and shows each only once', async () => {
    const made = await sijil(['keys', 'create', 'ann', '--role', 'reader', '--expires', '2199-01-01'], settings);
    expect(made.code).toBe(0);
    const token = made.out.trim();
    expect(await new ApiKeys(database.pool).holderOf(token)).toEqual({ id: 'ann', role: 'reader' });

    const listed = await sijil(['keys', 'list', '--json'], settings);
    expect(listed.out).not.toContain(token);
    const [key] = JSON.parse(listed.out) as { prefix: string; principal: string }[];
    expect(key?.principal).toBe('ann');

    expect(await sijil(['keys', 'revoke', key!.prefix], settings)).toMatchObject({
      code: 0,
      out: expect.stringContaining('revoked'),
    });
    expect(await new ApiKeys(database.pool).holderOf(token)).toBeNull();
    expect(await sijil(['keys', 'revoke', 'nothing'], settings)).toMatchObject({
      code: 1,
      err: expect.stringContaining('nothing'),
    });
  });

  it('migrates an empty database, once', async () => {
    const empty = await emptyDatabase();
    try {
      const first = await sijil(['migrate'], { ...settings, DATABASE_URL: empty.url });
      expect(first).toMatchObject({ code: 0, out: expect.stringContaining('Events1700000000001') });
      expect((await sijil(['migrate'], { ...settings, DATABASE_URL: empty.url })).out).toContain('up to date');
    } finally {
      await empty.drop();
    }
  });
});

describe('sijil demo', () => {
  it('starts with both cases in it, open to readers, and says what to try', async () => {
    const terminal = watchedTerminal();
    const before = { ...process.env };
    const listeners = { SIGTERM: process.listeners('SIGTERM'), SIGINT: process.listeners('SIGINT') };
    Object.assign(process.env, settings, { PORT: '0' });
    const service = await demo(terminal);
    try {
      const { out } = terminal.written;
      expect(out).toContain(`Sijil answers at ${service.url}`);
      expect(out).toMatch(/snhr-russia.*: 31 rows recorded, 2 known already, 0 refused\./);
      expect(out.match(/curl -s 'http/g)).toHaveLength(requestsToTry('x').length);
      expect(await streams()).toContain('statement-sud-ua-2016');
      expect((await fetch(`${service.url}/api/health`)).status).toBe(200);
      const tried = [...out.matchAll(/curl -s '([^']+)'/g)].map(([, url = '']) => url);
      const answers = await Promise.all(tried.map(async (url) => [url, (await fetch(url)).status]));
      expect(answers).toEqual(tried.map((url) => [url, 200]));
    } finally {
      await service.close();
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        for (const one of process.listeners(signal)) if (!listeners[signal].includes(one)) process.off(signal, one);
      }
      process.env = before;
    }
  });
});

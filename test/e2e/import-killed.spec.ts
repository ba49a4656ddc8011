import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exampleFiles } from '../../src/cli/examples.js';
import { sijil } from '../support/command-line.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const CLI = join(process.cwd(), 'dist/src/cli.js');
const built = existsSync(CLI) ? describe : describe.skip;
const SEEDS = [1, 2, 3, 4];
const KILLS = 3;

type Settings = TestDatabase['settings'];

interface Recorded {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: unknown;
}

built('an import that is killed at any moment', () => {
  let folder: string;
  let undisturbed: readonly Recorded[];
  let lasts: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sijil-killed-'));
    await inDatabase(async ({ settings }) => {
      const started = performance.now();
      expect(await once(start(settings, folder), 'exit')).toEqual([0, null]);
      lasts = performance.now() - started;
      undisturbed = await logOf(settings);
      expect(undisturbed.length).toBeGreaterThan(100);
    });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(SEEDS)(
    'and done again ends as if it had never been killed (seed %i)',
    async (seed) => {
      const random = randomFrom(seed);
      await inDatabase(async ({ settings }) => {
        for (let kill = 0; kill < KILLS; kill += 1) {
          const importing = start(settings, folder);
          const ended = once(importing, 'exit');
          // Half of the moments are while rows are recorded, the others are any.
          if (random() < 0.5) await toldThat('Recording', importing);
          await Promise.race([ended, sleep((random() * lasts) / 2)]);
          importing.kill('SIGKILL');
          await ended;
          expectBeginningsOf(undisturbed, await logOf(settings));
        }
        expect(await once(start(settings, folder), 'exit')).toEqual([0, null]);
        expect(byStream(await logOf(settings))).toEqual(byStream(undisturbed));
        const { out } = await sijil(['import', ...exampleFiles()], { ...settings, DATA_DIR: folder });
        expect(out).not.toMatch(/[1-9]\d* rows? recorded/);
      });
    },
    180_000,
  );
});

async function inDatabase(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await testDatabase();
  try {
    await work(database);
  } finally {
    await database.drop();
  }
}

const start = (settings: Settings, folder: string): ChildProcess =>
  spawn(process.execPath, [CLI, 'import', ...exampleFiles()], {
    env: { PATH: process.env['PATH'], ...settings, DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });

/** Waits until it says so on its error output, or has ended. */
async function toldThat(phase: string, importing: ChildProcess): Promise<void> {
  for await (const text of importing.stderr!) if (String(text).includes(phase)) break;
}

/** The log, without what differs from one import to the next: times, batches, and the ids and salted hashes of passages. */
async function logOf(settings: Settings): Promise<readonly Recorded[]> {
  const { code, out } = await sijil(['events', 'tail', '--json'], settings);
  expect(code).toBe(0);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { eventId, stream, revision, type, metadata, data } = JSON.parse(line, withoutChance) as Recorded;
      const { recordedBy = '', schemaVersion = '' } = metadata;
      return { eventId, stream, revision, type, metadata: { recordedBy, schemaVersion }, data };
    });
}

const withoutChance = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'passage' in value && 'hash' in value
    ? { ...value, passage: 'a passage', hash: 'its hash' }
    : value;

function byStream(log: readonly Recorded[]): ReadonlyMap<string, readonly Recorded[]> {
  const streams = new Map<string, Recorded[]>();
  for (const event of log) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
}

/** Whatever the moment, each stream holds a beginning of what it holds in the end. */
function expectBeginningsOf(whole: readonly Recorded[], log: readonly Recorded[]): void {
  const streams = byStream(whole);
  for (const [stream, events] of byStream(log)) expect(events).toEqual(streams.get(stream)?.slice(0, events.length));
}

/** A small generator (mulberry32), so that a seed that fails can be tried again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

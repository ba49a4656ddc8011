import { appendFigures, readFigure } from '../../bench/works.js';
import { load } from '../../bench/load.js';
import { figureText, reportJson } from '../../bench/report.js';
import { machineFacts } from '../../bench/machine.js';
import { readOptions } from '../../bench/options.js';
import { recordWorld } from '../../bench/world.js';
import { TestApp } from '../support/app.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { itInPostgres } from '../support/in-postgres.js';
import { KURRENTDB } from '../support/log-settings.js';

/** Long enough to come round, far too short to say how fast anything is. */
const BRIEFLY = { seconds: 0.1, rounds: 1 };

describe('the bench', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  itInPostgres('compares appends with raw inserts, each of which really added an event', async () => {
    const figures = await appendFigures(database, BRIEFLY);
    expect(figures).toHaveLength(2);
    for (const { rate, raw, ratio } of figures) {
      expect(rate).toBeGreaterThan(0);
      expect(ratio).toBeCloseTo(rate / raw!);
    }
    const { rows } = await database.pool.query<{ ours: string; raw: string }>(
      'select (select count(*) from events) as ours, (select count(*) from raw_events) as raw',
    );
    expect(Number(rows[0]!.ours)).toBeGreaterThan(0);
    expect(Number(rows[0]!.raw)).toBeGreaterThan(0);
  });

  itInPostgres('compares reads with raw selects, and says whether bars are met', async () => {
    const figure = await readFigure(database, BRIEFLY, 3_000);
    expect(figureText({ ...figure, rate: 49_000, raw: 50_000, ratio: 0.98 })).toMatch(
      /at least 0.7 of the raw loop: met\n.*at least 50,000 events\/s: MISSED/,
    );
    const machine = await machineFacts(database.pool);
    expect(JSON.parse(reportJson(machine, [figure]))).toMatchObject({ figures: [{ unit: 'events/s' }] });
  });

  const onKurrent = KURRENTDB ? it : it.skip;
  onKurrent(
    `compares the log in KurrentDB with its client alone${KURRENTDB ? '' : ' (skipped: KURRENTDB_URL is not set)'}`,
    async () => {
      const { kurrentFigures } = await import('../../bench/kurrent.js');
      const figures = await kurrentFigures(KURRENTDB!, BRIEFLY);
      expect(figures).toHaveLength(3);
      for (const { rate, raw, ratio } of figures) {
        expect(rate).toBeGreaterThan(0);
        expect(ratio).toBeCloseTo(rate / raw!);
      }
    },
    60_000,
  );

  it('records statements over HTTP, and stops at the first that is not recorded', async () => {
    const app = await TestApp.start();
    try {
      const key = await app.key('admin');
      await recordWorld(app.url, key);
      const target = { url: app.url, key, clients: 4, seconds: 0.2 };
      expect(await load(target)).toMatchObject({ rate: expect.any(Number), p50Ms: expect.any(Number) });
      await expect(load({ ...target, key: 'wrong' })).rejects.toThrow(/answered 401/);
    } finally {
      await app.stop();
    }
  });

  it('names the works it knows when asked for another', () => {
    expect(readOptions(['--only', 'http,append', '--seconds', '0.2'])).toMatchObject({
      only: ['append', 'http'],
      seconds: 0.2,
    });
    expect(() => readOptions(['--only', 'everything'])).toThrow(/append, read, http/);
    expect(() => readOptions(['--seconds', 'none'])).toThrow(/--seconds/);
  });
});

import * as fc from 'fast-check';
import type pg from 'pg';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { logOf } from '../../../test/support/log.js';
import {
  aCorrection,
  aLink,
  aMerge,
  anActor,
  anActorAmendment,
  anIncident,
  anOperation,
  anOperationAssessment,
  anUnmerge,
  aSource,
  aStatement,
  at,
  inSlot,
  killed,
  responsibility,
  type Happening,
} from '../../../test/support/builders.js';
import { dump, project, reset } from '../../../test/support/pages.js';
import { RANDOM_SUBJECTS, randomHappenings } from '../../../test/support/random-log.js';
import { factsAbout } from '../../domain/register/facts-about.js';
import { registerOf } from '../../domain/register/register.js';
import { exactly } from '../../domain/values/figure.js';
import { deriveSubject } from './derive-subject.js';
import { derivedRows } from './derived-rows.js';
import { RegisterProjection } from './register.projection.js';

const register = new RegisterProjection();

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

afterEach(() => reset(database.pool, register));

const record = (...happenings: readonly Happening[]): Promise<void> =>
  project(database.pool, register, logOf(...happenings), 1000);

/** The subjects that the last of these happenings makes dirty, after all before it were derived. */
async function dirtiedByLast(...happenings: readonly Happening[]): Promise<readonly string[]> {
  const log = logOf(...happenings);
  await project(database.pool, register, log, 1, async (told) => {
    if (told.length < log.length) await deriveAll();
  });
  return dirty();
}

async function deriveAll(): Promise<void> {
  while (await register.deriveSome(database.pool));
}

async function dirty(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ subject: string }>(
    'select distinct subject from register.dirty_subjects order by 1',
  );
  return rows.map(({ subject }) => subject);
}

async function stored(table: 'standing_figures' | 'extremes' | 'open_findings', subject: string) {
  const column = { standing_figures: 'figure', extremes: 'range', open_findings: 'finding' }[table];
  const { rows } = await database.pool.query<{ row: object }>(
    `select ${column} as row from register.${table} where subject = $1`,
    [subject],
  );
  return rows.map(({ row }) => JSON.stringify(row)).sort();
}

const texts = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

const about = (...incidents: readonly string[]) => ({ about: { incidents } });
const says = (statementId: string, incident: string, speaker = 'p0') =>
  aStatement({ statementId, speaker, claims: [killed('person', exactly(3), { claimId: 'c', ...about(incident) })] });

const OPEN = ['i0', 'i1', 'i2'].map((incidentId) => anIncident({ incidentId }));

describe('what stands now', () => {
  it('is, whenever nothing is dirty, what the facts about each subject say', async () => {
    await fc.assert(
      fc
        .asyncProperty(randomHappenings(50), fc.integer({ min: 1, max: 9 }), async (happenings, pageSize) => {
          const log = logOf(...happenings);
          await project(database.pool, register, log, pageSize, deriveAll);
          const whole = registerOf(log);
          for (const subject of RANDOM_SUBJECTS) {
            const rows = derivedRows(factsAbout(whole, subject));
            expect(await stored('standing_figures', subject)).toEqual(texts(rows.standing_figures));
            expect(await stored('extremes', subject)).toEqual(texts(rows.extremes.map(({ range }) => range)));
            expect(await stored('open_findings', subject)).toEqual(texts(rows.open_findings));
          }
          expect(await dirty()).toEqual([]);
        })
        .afterEach(() => reset(database.pool, register)),
      { numRuns: 12 },
    );
  });

  it('does not depend on how often it was derived on the way', async () => {
    await fc.assert(
      fc
        .asyncProperty(randomHappenings(50), async (happenings) => {
          const dumps = [];
          for (const [pageSize, afterPage] of [
            [1, deriveAll],
            [1000, async () => undefined],
          ] as const) {
            await reset(database.pool, register);
            await project(database.pool, register, logOf(...happenings), pageSize, afterPage);
            await deriveAll();
            dumps.push(await dump(database.pool, register));
          }
          expect(dumps[1]).toEqual(dumps[0]);
        })
        .afterEach(() => reset(database.pool, register)),
      { numRuns: 8 },
    );
  });

  it('is kept under the incident that survives a merge, and parts again when it is undone', async () => {
    const merged = [...OPEN, anActor('p0'), says('s1', 'i0'), says('s2', 'i1'), aMerge('i1', { incidentId: 'i0' })];
    await record(...merged);
    await deriveAll();
    expect(await stored('standing_figures', 'incident-i0')).toEqual([]);
    expect(await stored('standing_figures', 'incident-i1')).not.toEqual([]);

    await reset(database.pool, register);
    await record(...merged, anUnmerge('i1', { incidentId: 'i0' }));
    await deriveAll();
    expect(await stored('standing_figures', 'incident-i0')).toHaveLength(1);
    expect(await stored('standing_figures', 'incident-i1')).toHaveLength(1);
  });
});

describe('a page marks dirty', () => {
  const actors = ['p0', 'p1', 'p2'].map((id) => anActor(id));

  it('what its claims are about', async () => {
    const claims = [
      killed('person', exactly(3), { claimId: 'a', ...about('i0', 'i1') }),
      killed('person', exactly(3), { claimId: 'b', ...inSlot('year-1', 'deaths') }),
    ];
    expect(await dirtiedByLast(...OPEN, ...actors, aStatement({ speaker: 'p0', claims }))).toEqual([
      'incident-i0',
      'incident-i1',
      'series-deaths',
    ]);
  });

  it('what a corrected claim was about, and what it is about now', async () => {
    const log = [...OPEN, ...actors, says('s1', 'i0')];
    const target = logOf(...log).at(-1)!;
    const after = says('s1', 'i1').data;
    expect(await dirtiedByLast(...log, aCorrection('statement-s1', target.eventId, after))).toEqual([
      'incident-i0',
      'incident-i1',
    ]);
  });

  it('what the claims at both ends of a link are about', async () => {
    const log = [...OPEN, ...actors, says('s1', 'i0'), says('s2', 'i2'), aLink('statement-s1#c', 'statement-s2#c')];
    expect(await dirtiedByLast(...log)).toEqual(['incident-i0', 'incident-i2']);
  });

  it('every incident that merges ever joined to the touched one', async () => {
    const merges = [aMerge('i1', { incidentId: 'i0' }), aMerge('i2', { incidentId: 'i1' })];
    expect(await dirtiedByLast(...OPEN, ...actors, ...merges, says('s1', 'i0'))).toEqual([
      'incident-i0',
      'incident-i1',
      'incident-i2',
    ]);
  });

  it('the incidents of an operation, also when it is only assessed anew', async () => {
    const raid = anOperation({ incidents: ['i0', 'i2'] });
    expect(await dirtiedByLast(...OPEN, raid)).toEqual(['incident-i0', 'incident-i2']);
    await reset(database.pool, register);
    expect(await dirtiedByLast(...OPEN, raid, anOperationAssessment())).toEqual(['incident-i0', 'incident-i2']);
  });

  it('whatever was said by, said of or done by an actor whose affiliation changed, or anybody below it', async () => {
    const accusation = aStatement({
      statementId: 's2',
      speaker: 'p2',
      claims: [responsibility('attributes', { actor: 'p0', ...about('i1') })],
    });
    const raid = anOperation({ incidents: ['i2'], operators: [{ actor: 'p0', role: 'conducted' }] });
    const joined = anActorAmendment({
      actorId: 'p0',
      effective: at('2022-01-01T00:00:00Z'),
      partOf: [{ actor: 'p1' }],
    });
    const rises = anActorAmendment({ actorId: 'p1', effective: at('2022-01-01T00:00:00Z'), partOf: [{ actor: 'p3' }] });
    const log = [...OPEN, anIncident({ incidentId: 'i3' }), ...actors, says('s1', 'i0'), says('s3', 'i3', 'p2')];
    expect(await dirtiedByLast(...log, accusation, raid, joined, rises)).toEqual([
      'incident-i0',
      'incident-i1',
      'incident-i2',
    ]);
  });

  it('nothing when only a source came in', async () => {
    expect(await dirtiedByLast(...OPEN, aSource())).toEqual([]);
  });
});

describe('deriving a subject', () => {
  it('leaves it to whoever is at it already', async () => {
    await record(...OPEN, anActor('p0'), says('s1', 'i0'));
    const other = await database.pool.connect();
    try {
      await other.query(`select pg_advisory_lock(hashtextextended('register incident-i0', 0))`);
      await deriveAll();
      expect(await dirty()).toEqual(['incident-i0']);
      await other.query('select pg_advisory_unlock_all()');
      await deriveAll();
      expect(await dirty()).toEqual([]);
    } finally {
      other.release();
    }
  });

  it('by several processes at once ends in the same rows', async () => {
    const many = Array.from({ length: 60 }, (_, n) => says(`s${n}`, `i${n % 30}`));
    await record(anActor('p0'), ...many);
    await Promise.all([deriveAll(), deriveAll(), deriveAll()]);
    await deriveAll();
    expect(await dirty()).toEqual([]);
    for (let n = 0; n < 30; n += 1) expect(await stored('standing_figures', `incident-i${n}`)).toHaveLength(1);
  });

  it('keeps a mark that was set after it had begun', async () => {
    await record(...OPEN, anActor('p0'), says('s1', 'i0'));
    const client = await database.pool.connect();
    try {
      const query = client.query.bind(client) as (...args: readonly unknown[]) => Promise<pg.QueryResult>;
      const watched = Object.assign(Object.create(client) as pg.PoolClient, {
        query: async (...args: readonly unknown[]) => {
          if (String(args[0]).startsWith('delete from register.standing_figures')) {
            await database.pool.query(
              `insert into register.dirty_subjects (subject, marked) values ('incident-i0', 'zz')`,
            );
          }
          return query(...args);
        },
      });
      await deriveSubject(watched, 'register', 'incident-i0');
    } finally {
      client.release();
    }
    const { rows } = await database.pool.query(
      `select marked from register.dirty_subjects where subject = 'incident-i0'`,
    );
    expect(rows).toEqual([{ marked: 'zz' }]);
  });

  it('that fails leaves it dirty with the reason, does the others, and is tried again later', async () => {
    await record(...OPEN, anActor('p0'), says('s1', 'i0'), says('s2', 'i1'));
    await database.pool.query(
      `alter table register.standing_figures add constraint no_i0 check (subject <> 'incident-i0')`,
    );
    try {
      await deriveAll();
      const { rows } = await database.pool.query('select subject, attempts, error from register.dirty_subjects');
      expect(rows).toEqual([{ subject: 'incident-i0', attempts: 1, error: expect.stringContaining('no_i0') }]);
      expect(await stored('standing_figures', 'incident-i1')).toHaveLength(1);
    } finally {
      await database.pool.query('alter table register.standing_figures drop constraint no_i0');
    }
    await database.pool.query('update register.dirty_subjects set not_before = now()');
    await deriveAll();
    expect(await dirty()).toEqual([]);
  });
});

import * as fc from 'fast-check';
import type pg from 'pg';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { logOf } from '../../../test/support/log.js';
import { dump, project, reset } from '../../../test/support/pages.js';
import { RANDOM_SUBJECTS, randomHappenings } from '../../../test/support/random-log.js';
import { isKnown } from '../../domain/claims/known.js';
import { factsAbout } from '../../domain/register/facts-about.js';
import type { FamilyRow } from '../../domain/register/fold.js';
import { registerOf, type Register } from '../../domain/register/register.js';
import { idOf } from '../../domain/streams.js';
import { familyRows } from './family-rows.js';
import { PostgresFactsReader } from './postgres-facts-reader.js';
import { RegisterProjection } from './register.projection.js';
import { FAMILIES } from './rows/index.js';

const register = new RegisterProjection();

let database: TestDatabase;
let reader: PostgresFactsReader;

beforeAll(async () => {
  database = await testDatabase();
  reader = new PostgresFactsReader(database.pool);
});

afterAll(() => database.drop());

afterEach(() => reset(database.pool, register));

async function storedRegister(): Promise<Register> {
  const client = await database.pool.connect();
  try {
    const rows: Record<string, readonly FamilyRow[]> = {};
    for (const family of FAMILIES) {
      rows[family] = await familyRows(client as pg.ClientBase, 'register', family, 'where $1::text[] is not null', []);
    }
    return rows as unknown as Register;
  } finally {
    client.release();
  }
}

const factsOf = (subject: string) =>
  subject.startsWith('series-') ? reader.series(idOf(subject)) : reader.incident(idOf(subject));

const check = <T>(property: fc.IAsyncPropertyWithHooks<T>, numRuns: number): Promise<void> =>
  fc.assert(
    property.afterEach(() => reset(database.pool, register)),
    { numRuns },
  );

describe('the register', () => {
  it('holds at every position of the log what a plain fold of the log up to there holds', async () => {
    await check(
      fc.asyncProperty(randomHappenings(), async (happenings) => {
        await project(database.pool, register, logOf(...happenings), 1, async (told) =>
          expect(await storedRegister()).toEqual(registerOf(told)),
        );
      }),
      8,
    );
  });

  it('knows of every past position what was known then', async () => {
    await check(
      fc.asyncProperty(randomHappenings(60), async (happenings) => {
        const log = logOf(...happenings);
        await project(database.pool, register, log, 1000);
        const stored = await storedRegister();
        for (const [index, { position }] of log.entries()) {
          const then = registerOf(log.slice(0, index + 1));
          for (const family of FAMILIES) {
            expect(
              stored[family].filter((row) => isKnown(row, position)).map((row) => ({ ...row, until: null })),
            ).toEqual(then[family].filter((row) => isKnown(row, null)));
          }
        }
      }),
      8,
    );
  });

  it('does not depend on how the log is paged', async () => {
    await check(
      fc.asyncProperty(randomHappenings(60), async (happenings) => {
        const dumps = [];
        for (const pageSize of [1, 7, 1000]) {
          await reset(database.pool, register);
          await project(database.pool, register, logOf(...happenings), pageSize);
          const { rows: dirty } = await database.pool.query(
            'select distinct subject from register.dirty_subjects order by 1',
          );
          dumps.push({ dirty, tables: await dump(database.pool, register, ['dirty_subjects']) });
        }
        expect(dumps[1]).toEqual(dumps[0]);
        expect(dumps[2]).toEqual(dumps[0]);
      }),
      8,
    );
  });

  it('reads as the facts about a subject exactly those rows of the whole register that are about it', async () => {
    await check(
      fc.asyncProperty(randomHappenings(60), fc.integer({ min: 1, max: 9 }), async (happenings, pageSize) => {
        await project(database.pool, register, logOf(...happenings), pageSize, async (told) => {
          if (told.length % 2 === 1) return;
          const whole = registerOf(told);
          for (const subject of RANDOM_SUBJECTS) {
            const facts = factsAbout(whole, subject);
            const known = facts.incidents.some((row) => row.stream === subject) || facts.series.length > 0;
            expect(await factsOf(subject)).toEqual(known ? { facts, position: told.at(-1)!.position } : null);
          }
        });
      }),
      10,
    );
  });
});

import * as fc from 'fast-check';
import {
  aCorrection,
  aMerge,
  anActorAmendment,
  aCopy,
  anOperation,
  aProtection,
  aReport,
  aStatement,
  aWithdrawal,
  inSlot,
  investigation,
  killed,
  responsibility,
  type Happening,
} from '../../../test/support/builders.js';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { logOf } from '../../../test/support/log.js';
import { dump, project, reset } from '../../../test/support/pages.js';
import { randomHappenings } from '../../../test/support/random-log.js';
import { exactly } from '../../domain/values/figure.js';
import { HistoryProjection } from './history.projection.js';
import { historyEntities, RecordedEventEntity } from './recorded-events.row.js';

const history = new HistoryProjection();

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ entities: historyEntities });
});

afterAll(() => database.drop());

afterEach(() => reset(database.pool, history));

async function recorded(...happenings: readonly Happening[]) {
  await project(database.pool, history, logOf(...happenings), 1);
  return database.dataSource.getRepository(RecordedEventEntity).find({ order: { position: 'ASC' } });
}

const named = async (...happenings: readonly Happening[]) => {
  const { incidents, actors, sources, series } = (await recorded(...happenings)).at(-1)!;
  return { incidents, actors, sources, series };
};

describe('the history', () => {
  it('holds every event once, as the log tells it, however the log is paged', async () => {
    await fc.assert(
      fc
        .asyncProperty(randomHappenings(), async (happenings) => {
          const log = logOf(...happenings);
          const dumps = [];
          for (const pageSize of [1, 7, 1000]) {
            await reset(database.pool, history);
            await project(database.pool, history, log, pageSize);
            dumps.push(await dump(database.pool, history));
          }
          expect(dumps[1]).toEqual(dumps[0]);
          expect(dumps[2]).toEqual(dumps[0]);
          const { rows } = await database.pool.query(
            `select position, event_id as "eventId", stream, revision, type, schema_version as "schemaVersion",
                    recorded_at_text as "recordedAt", recorded_by as "recordedBy", correlation_id as "correlationId",
                    causation_id as "causationId", data from history.events order by position`,
          );
          expect(rows).toEqual(log);
        })
        .afterEach(() => reset(database.pool, history)),
      { numRuns: 8 },
    );
  });

  it('finds an act by everything that it and its claims name', async () => {
    const claims = [
      killed('person', exactly(3), {
        claimId: 'a',
        about: { incidents: ['i1', 'i2'] },
        accordingTo: ['media', 'monitor'],
      }),
      killed('person', exactly(9), { claimId: 'b', ...inSlot('year-1', 'deaths'), relays: { actor: 'outlet' } }),
      responsibility('attributes', { actor: 'accused', about: { incidents: ['i1'] } }),
      investigation('calls_for', { addressedTo: ['addressee'], about: { incidents: ['i1'] }, duplicateOf: 'i9' }),
    ];
    const statement = aStatement({ speaker: 'speaker', onBehalfOf: 'state', sources: [{ source: 'page' }], claims });
    expect(await named(statement)).toEqual({
      incidents: ['i1', 'i2', 'i9'],
      actors: ['speaker', 'state', 'monitor', 'outlet', 'accused', 'addressee'],
      sources: ['page'],
      series: ['deaths'],
    });
  });

  it.each<[string, Happening, Partial<Record<'incidents' | 'actors' | 'sources' | 'series', string[]>>]>([
    ['a report', aReport({ publisher: 'p', sources: [{ source: 'page' }] }), { actors: ['p'], sources: ['page'] }],
    [
      'an operation',
      anOperation({ incidents: ['i1'], operators: [{ actor: 'a', role: 'partner' }], sources: [{ source: 'page' }] }),
      { incidents: ['i1'], actors: ['a'], sources: ['page'] },
    ],
    ['a merge', aMerge('i2', { incidentId: 'i1' }), { incidents: ['i1', 'i2'] }],
    ['an affiliation', anActorAmendment({ actorId: 'a', partOf: [{ actor: 'b' }] }), { actors: ['a', 'b'] }],
    ['a copy of a source', aCopy({ sourceId: 'page' }), { sources: ['page'] }],
    ['protection, in whatever stream', aProtection('series-deaths', 'restricted'), { series: ['deaths'] }],
  ])('finds %s by what it names', async (_what, happening, expected) => {
    expect(await named(happening)).toEqual({ incidents: [], actors: [], sources: [], series: [], ...expected });
  });

  it('finds a correction by what its entry named before and after, also when the entry is of an earlier page', async () => {
    const wrong = aStatement({ speaker: 'wrong' });
    const right = aStatement({
      speaker: 'right',
      claims: [killed('person', exactly(1), { about: { incidents: ['i1'] } })],
    });
    const [entry] = logOf(wrong);
    const correction = aCorrection(wrong.stream, entry!.eventId, right.data, { before: wrong.data });
    expect(await named(wrong, correction)).toMatchObject({ actors: ['wrong', 'right'], incidents: ['i1'] });
  });

  it('finds a withdrawal by what its entry named', async () => {
    const wrong = aStatement({ speaker: 'wrong' });
    const [entry] = logOf(wrong);
    const withdrawal = aWithdrawal(wrong.stream, entry!.eventId, { before: wrong.data });
    expect(await named(wrong, withdrawal)).toMatchObject({ actors: ['wrong'] });
  });

  it('keeps a correction whose entry is not in the log, under its stream', async () => {
    const [elsewhere] = logOf(aStatement());
    const lost = aCorrection('incident-i1', elsewhere!.eventId.replace('8000', '8001'), {});
    expect(await named(lost)).toEqual({ incidents: ['i1'], actors: [], sources: [], series: [] });
  });
});

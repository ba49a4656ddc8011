import { aNewEvent } from '../../test/contract/a-new-event.js';
import { append } from '../../test/support/appending.js';
import { anActor, aStatement } from '../../test/support/builders.js';
import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import { StoreUnavailable } from '../event-store/errors.js';
import { HistoryIncomplete } from '../event-store/kurrent/errors.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { HistoryProjection } from '../projections/history/index.js';
import { ReadModelsOfAnotherLog } from './errors.js';
import { Projector } from './projector.js';
import { foreignPosition, refuseAnotherLog } from './same-log.js';

const projections = [new HistoryProjection()];
const happened = [anActor('a'), anActor('b'), aStatement({ statementId: 's' })];

let database: TestDatabase;
let log: MemoryEventStore;

beforeEach(async () => {
  database = await testDatabase();
  log = new MemoryEventStore();
});
afterEach(() => database.drop());

const refusal = (of: MemoryEventStore) => refuseAnotherLog(of, database.pool, projections);

/** Folds the log as it is now into the database. */
async function folded(): Promise<void> {
  await append(log, happened);
  const projector = new Projector(log, database.pool, projections);
  projector.start();
  expect(await projector.reached('history', (await log.head())!, 10_000)).toBe(true);
  await projector.stop();
}

describe('read models', () => {
  it('go with the log they were folded from, also when it has gone on', async () => {
    await folded();
    await refusal(log);
    await append(log, [anActor('c')], happened.length);
    await refusal(log);
  });

  it('go with any log while they are empty', async () => {
    await append(log, happened);
    await refusal(log);
    await refusal(new MemoryEventStore());
  });

  it('are refused on an empty log, and the message names both ways out', async () => {
    await folded();
    const refused = await refusal(new MemoryEventStore()).catch((error: Error) => error);
    expect(refused).toBeInstanceOf(ReadModelsOfAnotherLog);
    expect((refused as Error).message).toMatch(/set DATABASE_URL, KURRENTDB_URL .* as they were/);
    expect((refused as Error).message).toMatch(/give the service an empty database/);
  });

  it('are refused on a log that has another event in the very same place', async () => {
    await folded();
    const other = new MemoryEventStore();
    await append(other, happened.slice(0, 2));
    await other.append('statement-s', 'none', [aNewEvent()]);
    expect(await other.head()).toBe(await log.head());
    expect(await foreignPosition(other, database.pool, projections)).toBe(await log.head());
  });

  it('are refused on a copy of their log whose positions are others', async () => {
    await folded();
    const copy = new MemoryEventStore();
    await copy.append('billing-1', 'none', [aNewEvent()]);
    await append(copy, happened);
    await expect(refusal(copy)).rejects.toBeInstanceOf(ReadModelsOfAnotherLog);
  });

  it('are refused when one of them stands at a position of another kind of log', async () => {
    await append(log, happened);
    await database.pool.query(`insert into projector.checkpoints (projection, position) values ('history', '1-1')`);
    expect(await foreignPosition(log, database.pool, projections)).toBe('1-1');
  });

  it.each([
    ['cannot be reached', new StoreUnavailable('away')],
    ['has lost part of the stream', new HistoryIncomplete('statement-s', 0, null)],
    ['fails otherwise', new TypeError('a mistake')],
  ])('are not taken for those of a log that %s', async (_what, error) => {
    await folded();
    log.readStream = () => {
      throw error;
    };
    await expect(refusal(log)).rejects.toBe(error);
  });
});

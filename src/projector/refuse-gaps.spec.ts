import { append } from '../../test/support/appending.js';
import { aStatement, aWithdrawal } from '../../test/support/builders.js';
import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import { eventually } from '../../test/support/eventually.js';
import { eventIdOf } from '../../test/support/log.js';
import type { ReadAll } from '../event-store/event-store.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { HistoryProjection } from '../projections/history/index.js';
import { RegisterProjection } from '../projections/register/index.js';
import { Projector } from './projector.js';

const projections = [new RegisterProjection(), new HistoryProjection()];

let database: TestDatabase;
let log: MemoryEventStore;
let projector: Projector;

/** Revisions that are gone from the server, as `stream@revision`. */
let gone: readonly string[];

beforeEach(async () => {
  database = await testDatabase();
  log = new MemoryEventStore();
  const readAll = log.readAll.bind(log);
  log.readAll = async (read: ReadAll) => {
    const page = await readAll(read);
    return { ...page, events: page.events.filter((one) => !gone.includes(`${one.stream}@${one.revision}`)) };
  };
  const [a, b] = ['a', 'b'].map((statementId) => aStatement({ statementId }));
  await append(log, [a!, aStatement({ statementId: 'c' }), b!]);
  const noMore = (n: number) => aWithdrawal(n % 2 ? a!.stream : b!.stream, eventIdOf(n % 2 ? 1 : 3));
  await append(log, [noMore(1), noMore(2), noMore(1), noMore(2), noMore(1)], 3);
});

afterEach(async () => {
  await projector.stop();
  await log.close();
  await database.drop();
});

describe.each([1000, 4, 1])('a log with a gap, in pages of %i', (pageSize) => {
  it.each([
    ['in the middle of a stream', ['statement-a@1', 'statement-a@2'], 'statement-a', 3, 7],
    ['at the beginning of a stream', ['statement-b@0', 'statement-b@1'], 'statement-b', 2, 6],
  ])('stops every projection before what follows a gap %s', async (_where, missing, stream, revision, before) => {
    gone = missing;
    projector = new Projector(log, database.pool, projections, { pageSize, pollMs: 100, firstPauseMs: 1 });
    projector.start();
    await eventually(async () =>
      expect((await projector.status()).map(({ state }) => state)).toEqual(['stopped', 'stopped']),
    );
    const position = String(before + 1).padStart(16, '0');
    for (const { stop } of await projector.status()) {
      expect(stop?.event?.stream).toBe(stream);
      expect(Number(stop?.event?.position)).toBe(Number(position));
      expect(stop?.error).toContain(`revision ${revision} came`);
    }
    // What lies before it was taken in.
    const { rows } = await database.pool.query('select count(*)::integer as told from history.events');
    expect(rows).toEqual([{ told: before - missing.length }]);
  });

  it('passes where nothing is missing', async () => {
    gone = [];
    projector = new Projector(log, database.pool, projections, { pageSize, pollMs: 100 });
    projector.start();
    for (const { name } of projections) expect(await projector.reached(name, (await log.head())!, 10_000)).toBe(true);
  });
});

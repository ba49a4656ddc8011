import { recordedAt, aStatement, anIncident, aSeries, SERIES, INCIDENT } from '../../../test/support/builders.js';
import { testDatabase, type TestDatabase } from '../../../test/support/database.js';
import { logOf, positionOf } from '../../../test/support/log.js';
import { project, reset } from '../../../test/support/pages.js';
import { BEFORE_ALL } from './clock.js';
import { PostgresFactsReader } from './postgres-facts-reader.js';
import { RegisterProjection } from './register.projection.js';

const register = new RegisterProjection();

let database: TestDatabase;
let reader: PostgresFactsReader;

beforeAll(async () => {
  database = await testDatabase();
  reader = new PostgresFactsReader(database.pool);
});

afterAll(() => database.drop());

afterEach(() => reset(database.pool, register));

const atHour = (hour: number, n: number) =>
  recordedAt(aStatement({ statementId: `s${n}` }), `2024-05-01T${String(hour).padStart(2, '0')}:00:00.000Z`);

describe('the facts reader', () => {
  it('knows no incident and no series that nobody opened or defined', async () => {
    expect(await reader.incident('nowhere')).toBeNull();
    expect(await reader.series('nothing')).toBeNull();
    await project(database.pool, register, logOf(anIncident(), aSeries()), 10);
    expect((await reader.incident(INCIDENT))?.facts.incidents).toHaveLength(1);
    expect((await reader.series(SERIES))?.facts.series).toHaveLength(1);
    expect(await reader.incident(SERIES)).toBeNull();
  });

  it('says where the register stands', async () => {
    expect(await reader.position()).toBe(BEFORE_ALL);
    await project(database.pool, register, logOf(anIncident(), aSeries()), 10);
    expect(await reader.position()).toBe(positionOf(2));
    expect((await reader.incident(INCIDENT))?.position).toBe(positionOf(2));
  });

  it.each([1, 2, 1000])(
    'turns an instant into the longest prefix recorded by then, told in pages of %d',
    async (pageSize) => {
      const hours = [10, 12, 11, 11, 13, 9];
      await project(database.pool, register, logOf(...hours.map(atHour)), pageSize);
      const at = (time: string) => reader.positionAt(`2024-05-01T${time}Z`);
      expect(await at('09:30:00')).toBe(BEFORE_ALL);
      expect(await at('10:00:00')).toBe(positionOf(1));
      expect(await at('11:30:00')).toBe(positionOf(1));
      expect(await at('12:00:00')).toBe(positionOf(4));
      expect(await at('12:59:59.999')).toBe(positionOf(4));
      expect(await at('13:00:00')).toBe(positionOf(6));
      expect(await reader.positionAt('2030-01-01T00:00:00+03:00')).toBe(positionOf(6));
    },
  );

  it('stands before everything while nothing is recorded', async () => {
    expect(await reader.positionAt('2030-01-01T00:00:00Z')).toBe(BEFORE_ALL);
  });
});

import * as fc from 'fast-check';
import { EntitySchema } from 'typeorm';
import { createDataSource } from '../database/index.js';
import { testDatabase, type TestDatabase } from '../../test/support/database.js';
import { entityOf } from './entity-of.js';
import { column, type Table } from './table.js';
import { writeRows } from './write-rows.js';

interface Thing {
  readonly no: number;
  readonly text: string | null;
  readonly words: readonly string[];
  readonly data: unknown;
}

const things = {
  name: 'things',
  key: ['no'],
  columns: {
    no: column('integer', ({ no }: Thing) => no),
    someText: column('text', ({ text }: Thing) => text),
    words: column('text[]', ({ words }: Thing) => words),
    data: column('json', ({ data }: Thing) => data),
  },
} as const satisfies Table<Thing>;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query('create schema things');
  await database.pool.query(
    'create table things.things (no integer primary key, some_text text, words text[] not null, data json)',
  );
});

afterAll(() => database.drop());

afterEach(() => database.pool.query('truncate things.things'));

async function write(rows: readonly Thing[]): Promise<void> {
  const client = await database.pool.connect();
  await writeRows(client, 'things', things, rows).finally(() => client.release());
}

const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0') && one.isWellFormed());
const awkward = fc.constantFrom('NULL', 'null', '', '{}', '"', '\\', ',', ' ', 'سِجِلّ', '𓂀', '{"a":1}', "'); --");

const isNotNull = (value: unknown): boolean => value !== null && JSON.stringify(value).isWellFormed();

describe('rows written in bulk', () => {
  it('come back as they were, whatever their text', async () => {
    const row = fc.record({
      text: fc.option(fc.oneof(text, awkward)),
      words: fc.array(fc.oneof(text, awkward), { maxLength: 4 }),
      // Through text, which knows no negative zero.
      data: fc
        .jsonValue()
        .filter(isNotNull)
        .map((value): unknown => JSON.parse(JSON.stringify(value))),
    });
    await fc.assert(
      fc
        .asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
          const numbered = rows.map((one, no) => ({ no, ...one })) as readonly Thing[];
          await write(numbered);
          const stored = await database.pool.query(
            'select no, some_text as text, words, data from things.things order by no',
          );
          expect(stored.rows).toEqual(numbered);
        })
        .afterEach(() => database.pool.query('truncate things.things')),
      { numRuns: 40 },
    );
  });

  it('may be larger together than one statement carries', async () => {
    const large = 'ا'.repeat(1_500_000);
    await write(Array.from({ length: 5 }, (_, no) => ({ no, text: large, words: [], data: {} })));
    const { rows } = await database.pool.query(
      'select count(*)::int as count, sum(length(some_text))::int as size from things.things',
    );
    expect(rows).toEqual([{ count: 5, size: 7_500_000 }]);
  });

  it('are read through TypeORM by the same declaration', async () => {
    await write([{ no: 1, text: 'one', words: ['a', 'b'], data: { deep: [1] } }]);
    const entity = entityOf('things', things);
    expect(entity).toBeInstanceOf(EntitySchema);
    const dataSource = await createDataSource(database.url, { entities: [entity] }).initialize();
    try {
      const found = await dataSource.getRepository(entity).findOneByOrFail({ someText: 'one' });
      expect(found).toEqual({ no: 1, someText: 'one', words: ['a', 'b'], data: { deep: [1] } });
      expect(found.words[0]).toBe('a');
    } finally {
      await dataSource.destroy();
    }
  });
});

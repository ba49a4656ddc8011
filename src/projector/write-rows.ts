import type pg from 'pg';
import { snakeCase, type ColumnType, type Table } from './table.js';

/** One statement carries about this many characters at most, however large the rows of a page are. */
const CHUNK = 4_000_000;

type Cells = readonly (string | null)[];

/** Inserts rows in bulk: every column travels as one array of text, and is cast to its type on arrival. */
export async function writeRows<Row>(
  client: pg.ClientBase,
  schema: string,
  table: Pick<Table<Row>, 'name' | 'columns'>,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.entries(table.columns);
  const text = insertion(schema, table);
  for (const chunk of chunksOf(
    rows,
    columns.map(
      ([, { type, value }]) =>
        (row: Row) =>
          cell(type, value(row)),
    ),
  )) {
    const values = columns.map((_, index) => chunk.map((cells) => cells[index]));
    await client.query({ name: `write ${schema}.${table.name}`, text, values });
  }
}

function insertion<Row>(schema: string, { name, columns }: Pick<Table<Row>, 'name' | 'columns'>): string {
  const names = Object.keys(columns).map(snakeCase);
  const arrays = names.map((_, index) => `$${index + 1}::text[]`);
  const casts = Object.values(columns).map(({ type }, index) => `r.c${index}::${type}`);
  const aliases = names.map((_, index) => `c${index}`);
  return `insert into ${schema}.${name} (${names.join(', ')})
    select ${casts.join(', ')} from unnest(${arrays.join(', ')}) as r (${aliases.join(', ')})`;
}

function* chunksOf<Row>(
  rows: readonly Row[],
  cellOf: readonly ((row: Row) => string | null)[],
): Generator<readonly Cells[]> {
  let chunk: Cells[] = [];
  let size = 0;
  for (const row of rows) {
    const cells = cellOf.map((one) => one(row));
    chunk.push(cells);
    size += cells.reduce((sum, one) => sum + (one?.length ?? 0), 0);
    if (size < CHUNK) continue;
    yield chunk;
    chunk = [];
    size = 0;
  }
  if (chunk.length > 0) yield chunk;
}

function cell(type: ColumnType, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (type === 'json') return JSON.stringify(value);
  if (type === 'text[]') return `{${(value as readonly string[]).map(quoted).join(',')}}`;
  return String(value);
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

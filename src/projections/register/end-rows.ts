import type pg from 'pg';
import type { Family } from '../../domain/register/fold.js';
import { FAMILIES } from './rows/index.js';
import type { Ending } from './page-rows.js';
import type { TouchedRow } from './touched-rows.js';

const content = (family: Family): string => (family === 'claims' ? 'claim' : 'type, data');

/** Ends the rows that earlier pages opened for corrected and withdrawn entries; answers them. */
export async function endRows(
  client: pg.ClientBase,
  schema: string,
  endings: readonly Ending[],
): Promise<readonly TouchedRow[]> {
  if (endings.length === 0) return [];
  const columns = [
    endings.map(({ stream }) => stream),
    endings.map(({ original }) => original.ordinal),
    endings.map(({ at }) => at),
  ];
  const touched: TouchedRow[] = [];
  for (const family of FAMILIES) {
    const { rows } = await client.query<object>(
      `update ${schema}.${family} as r set known_until = e.at
         from unnest($1::text[], $2::text[], $3::text[]) as e (stream, ordinal, at)
        where r.stream = e.stream and r.ordinal = e.ordinal and r.known_until is null
        returning r.stream, ${content(family)}`,
      columns,
    );
    touched.push(...rows.map((row) => ({ ...row, family }) as TouchedRow));
  }
  return touched;
}

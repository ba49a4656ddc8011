import type pg from 'pg';
import type { SijilEvent } from '../../src/domain/events/index.js';
import { ensureCheckpoint } from '../../src/projector/checkpoints.js';
import { projectPage } from '../../src/projector/project-page.js';
import type { Projection } from '../../src/projector/projection.js';

/** Tells a projection of a log, so many events at a time, from the beginning; says after each page how much it has told. */
export async function project(
  pool: pg.Pool,
  projection: Projection,
  log: readonly SijilEvent[],
  pageSize: number,
  afterPage: (told: readonly SijilEvent[]) => Promise<void> = async () => undefined,
): Promise<void> {
  await ensureCheckpoint(pool, projection.name);
  for (let start = 0; start < log.length; start += pageSize) {
    const events = log.slice(start, start + pageSize);
    const after = start === 0 ? null : log[start - 1]!.position;
    const moved = await projectPage(pool, projection, { after, until: events.at(-1)!.position, events });
    if (!moved) throw new Error(`The checkpoint of ${projection.name} is not at ${after}.`);
    await afterPage(log.slice(0, start + pageSize));
  }
}

/** Empties every table of a projection and sets its checkpoint back to the beginning. */
export async function reset(pool: pg.Pool, projection: Projection): Promise<void> {
  const { rows } = await pool.query<{ name: string }>('select tablename as name from pg_tables where schemaname = $1', [
    projection.name,
  ]);
  await pool.query(`truncate ${rows.map(({ name }) => `${projection.name}.${name}`).join(', ')}`);
  await pool.query('delete from projector.checkpoints where projection = $1', [projection.name]);
}

/** Every row of every table of a projection, as text, in an order of its own. */
export async function dump(
  pool: pg.Pool,
  projection: Projection,
  except: readonly string[] = [],
): Promise<Record<string, readonly string[]>> {
  const { rows } = await pool.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = $1 and not tablename = any($2) order by 1',
    [projection.name, except],
  );
  const tables: Record<string, readonly string[]> = {};
  for (const { name } of rows) {
    const all = await pool.query<{ row: string }>(`select t::text as row from ${projection.name}.${name} t order by 1`);
    tables[name] = all.rows.map(({ row }) => row);
  }
  return tables;
}

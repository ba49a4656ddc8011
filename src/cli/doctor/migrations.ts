import type { Database } from '../../database/index.js';
import { pendingMigrations } from '../../database/index.js';
import { unwell, well, type Finding } from './finding.js';

/** Whether the schema is the one that this Sijil works with. */
export async function migrations({ dataSource, pool }: Database): Promise<Finding> {
  const pending = await pendingMigrations(dataSource);
  const ours = new Set(dataSource.migrations.map(({ name }) => name));
  const strange = (await namesOf(pool)).filter((name) => !ours.has(name));
  const facts = { pending, strange };
  if (strange.length > 0) {
    const says = `A newer Sijil has been here: ${strange.join(', ')} is not known to this one`;
    return unwell('migrations', says, 'Use that newer Sijil with this database.', facts);
  }
  if (pending.length === 0) return well('migrations', 'None is pending', facts);
  const says = `Pending: ${pending.join(', ')}`;
  return unwell('migrations', says, 'Run "sijil migrate", or start the service, which does so.', facts);
}

async function namesOf(pool: Database['pool']): Promise<string[]> {
  const table = await pool.query<{ there: boolean }>("select to_regclass('migrations') is not null as there");
  if (!table.rows[0]?.there) return [];
  const { rows } = await pool.query<{ name: string }>('select name from migrations order by name');
  return rows.map(({ name }) => name);
}

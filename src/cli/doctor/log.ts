import type { Pool } from 'pg';
import type { EventStore } from '../../event-store/event-store.js';
import { PostgresEventStore } from '../../event-store/postgres/postgres-event-store.js';
import { found, unwell, well, type Finding } from './finding.js';

/** How far the log can be read, and who holds that back. */
export function logHead(log: EventStore, pool: Pool): Promise<Finding> {
  return found('log', async () => {
    try {
      const head = await log.head();
      return well('log', head === null ? 'It is empty' : `It can be read to its end, ${head}`, { head, lagMs: 0 });
    } catch (error) {
      const blocked = log instanceof PostgresEventStore && (await heldBack(log, pool));
      if (blocked) return blocked;
      throw error;
    }
  });
}

async function heldBack(log: PostgresEventStore, pool: Pool): Promise<Finding | null> {
  const { lag, blockers } = log.fence();
  if (blockers.length === 0) return null;
  const writers = await writersOf(
    blockers.flatMap(({ pid }) => pid ?? []),
    pool,
  );
  const prepared = blockers.some((one) => one.prepared) ? await preparedIn(pool) : [];
  const facts = { head: null, lagMs: Math.round(lag), blockers: [...writers, ...prepared] };
  const names = [
    ...writers.map(({ pid, application, since }) => `process ${pid} (${application || 'unnamed'}, since ${since})`),
    ...prepared.map(({ gid, since }) => `the prepared transaction ${gid} (since ${since})`),
  ];
  const ways = [
    ...writers.map(({ pid }) => `select pg_terminate_backend(${pid})`),
    ...prepared.map(({ gid }) => `rollback prepared '${gid.replaceAll("'", "''")}'`),
  ];
  const says = `New events cannot be read, because a write to the log is not finished: ${names.join('; ')}`;
  return unwell('log', says, `Let it finish, or end it in the database with: ${ways.join('; ')}`, facts);
}

async function writersOf(pids: readonly number[], pool: Pool) {
  const { rows } = await pool.query<{ pid: number; application: string; since: string }>(
    `select pid, application_name as application, to_char(xact_start, 'YYYY-MM-DD HH24:MI:SS') as since
       from pg_stat_activity where pid = any($1)`,
    [pids],
  );
  return rows;
}

/** Which of them writes to the log cannot be told from their names, so all of this database are shown. */
async function preparedIn(pool: Pool) {
  const { rows } = await pool.query<{ gid: string; since: string }>(
    `select gid, to_char(prepared, 'YYYY-MM-DD HH24:MI:SS') as since
       from pg_prepared_xacts where database = current_database()`,
  );
  return rows;
}

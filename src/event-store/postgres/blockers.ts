import type pg from 'pg';
import type { Blocker } from '../log-condition.js';
import type { Writer } from './fence-session.js';

const STATEMENT_SHOWN = 500;

/** Who the writers are that the head of the log waits for, longest first. Those that have ended meanwhile are none any more. */
export async function blockersOf(writers: readonly Writer[], pool: pg.Pool): Promise<readonly Blocker[]> {
  if (writers.length === 0) return [];
  const [running, prepared] = await Promise.all([
    runningIn(writers, pool),
    writers.some((one) => one.prepared) ? preparedIn(pool) : [],
  ]);
  return [...running, ...prepared].sort((one, other) => other.heldMs - one.heldMs);
}

interface Running {
  readonly pid: number;
  readonly application: string | null;
  readonly state: string | null;
  readonly since: Date | null;
  readonly heldMs: number | null;
  readonly statement: string | null;
}

async function runningIn(writers: readonly Writer[], pool: pg.Pool): Promise<readonly Blocker[]> {
  const transactions = new Map(writers.flatMap(({ pid, transaction }) => (pid === null ? [] : [[pid, transaction]])));
  const { rows } = await pool.query<Running>(
    `select pid, nullif(application_name, '') as application, state, xact_start as since, left(query, $2) as statement,
            extract(epoch from clock_timestamp() - xact_start)::float8 * 1000 as "heldMs"
       from pg_stat_activity where pid = any($1)`,
    [[...transactions.keys()], STATEMENT_SHOWN],
  );
  return rows.flatMap(({ pid, application, state, since, heldMs, statement }) => {
    if (since === null) return [];
    const transaction = transactions.get(pid)!;
    const end = `select pg_terminate_backend(${pid})`;
    return [{ ...at(since, heldMs), transaction, pid, gid: null, application, state: state ?? '', statement, end }];
  });
}

/** Which of them writes to the log cannot be told from their names, so all of this database are shown. */
async function preparedIn(pool: pg.Pool): Promise<readonly Blocker[]> {
  const { rows } = await pool.query<{ gid: string; transaction: string; since: Date; heldMs: number }>(
    `select gid, transaction::text, prepared as since,
            extract(epoch from clock_timestamp() - prepared)::float8 * 1000 as "heldMs"
       from pg_prepared_xacts where database = current_database()`,
  );
  return rows.map(({ gid, transaction, since, heldMs }) => ({
    ...at(since, heldMs),
    transaction,
    pid: null,
    gid,
    application: null,
    state: 'prepared',
    statement: null,
    end: `rollback prepared '${gid.replaceAll("'", "''")}'`,
  }));
}

const at = (since: Date, heldMs: number | null) => ({
  since: since.toISOString(),
  heldMs: Math.max(0, Math.round(heldMs ?? 0)),
});

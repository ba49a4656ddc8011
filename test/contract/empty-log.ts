import type pg from 'pg';

/** Empties the log between tests that share a database, which is quicker than another database. Only its owner can do this. */
export async function emptyLog(pool: pg.Pool): Promise<void> {
  await pool.query(`
    set lock_timeout = '5s';
    alter table events disable trigger events_are_append_only;
    truncate events, streams;
    alter sequence events_position restart;
    alter table events enable always trigger events_are_append_only;
    reset lock_timeout`);
}

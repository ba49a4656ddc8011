import { setTimeout as sleep } from 'node:timers/promises';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';

/** Any number will do, as long as every Sijil uses the same and nobody else does. */
const LOCK = 5_197_314_228;

/** Another instance has been migrating for longer than we were willing to wait. */
export class MigrationLockBusy extends Error {
  override readonly name = 'MigrationLockBusy';

  constructor(seconds: number) {
    super(
      `Another instance of Sijil has held the migration lock of this database for ${seconds} seconds. ` +
        `Wait for it to finish, or end its session if it hangs, and start again.`,
    );
  }
}

/** Brings the schema up to date; answers the names of the migrations it ran. Several instances may do so at once. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  return underMigrationLock(dataSource, async () => {
    const done = await dataSource.runMigrations();
    return done.map(({ name }) => name);
  });
}

/** The names of the migrations this database still lacks. Changes nothing. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const pending = await new MigrationExecutor(dataSource).getPendingMigrations();
  return pending.map(({ name }) => name);
}

/** Does what only one instance may do at a time. The lock is the session's: it goes if we do. */
export async function underMigrationLock<T>(
  dataSource: DataSource,
  work: () => Promise<T>,
  waitAtMostMs = 10 * 60_000,
): Promise<T> {
  const session = dataSource.createQueryRunner();
  try {
    await takeLock(session, waitAtMostMs);
    try {
      return await work();
    } finally {
      await session.query('select pg_advisory_unlock($1::bigint)', [LOCK]);
    }
  } finally {
    await session.release();
  }
}

/** Asks again rather than waits in the database: a waiting query has a snapshot, and would block CREATE INDEX CONCURRENTLY. */
async function takeLock(session: QueryRunner, waitAtMostMs: number): Promise<void> {
  const end = Date.now() + waitAtMostMs;
  for (;;) {
    const [answer] = (await session.query('select pg_try_advisory_lock($1::bigint) as taken', [LOCK])) as {
      taken: boolean;
    }[];
    if (answer?.taken) return;
    if (Date.now() >= end) throw new MigrationLockBusy(waitAtMostMs / 1000);
    await sleep(50);
  }
}

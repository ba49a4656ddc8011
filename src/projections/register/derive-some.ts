import type pg from 'pg';
import { withClient } from '../../database/in-transaction.js';
import type { Subject } from '../../domain/register/facts.js';
import { isOutage } from '../../projector/retry.js';
import { deriveSubject } from './derive-subject.js';

/** How many subjects are derived before the loop looks around. */
const BATCH = 20;

/** Derives the subjects that have been dirty for longest, one transaction each; false when none was due. */
export async function deriveSome(pool: pg.Pool, schema: string): Promise<boolean> {
  const { rows } = await pool.query<{ subject: Subject }>(
    `select subject from ${schema}.dirty_subjects where not_before <= now()
      group by subject order by min(marked), subject limit ${BATCH}`,
  );
  let derived = 0;
  for (const { subject } of rows) {
    if (await deriveUndisturbed(pool, schema, subject)) derived += 1;
  }
  // Those that others were busy with are looked at again when somebody rings.
  return derived > 0;
}

/** Derives a subject unless another process is at it. The lock is taken before the snapshot, and outlives the transaction. */
async function deriveUndisturbed(pool: pg.Pool, schema: string, subject: Subject): Promise<boolean> {
  return withClient(pool, async (client) => {
    const lock = [`${schema} ${subject}`];
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
      lock,
    );
    if (!rows[0]?.taken) return false;
    try {
      await deriveSubject(client, schema, subject);
    } catch (error) {
      if (isOutage(error)) throw error;
      await postpone(client, schema, subject, error);
    } finally {
      // A connection that was lost has let go of the lock already.
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', lock).catch(() => undefined);
    }
    return true;
  });
}

/** A subject that cannot be derived stays marked, with the reason, and is tried again ever more rarely; the others go on. */
async function postpone(client: pg.ClientBase, schema: string, subject: Subject, error: unknown): Promise<void> {
  await client.query(
    `update ${schema}.dirty_subjects
        set attempts = attempts + 1, error = $2, not_before = now() + least(3600, 2 ^ least(attempts, 20)) * interval '1 second'
      where subject = $1`,
    [subject, error instanceof Error ? error.message : String(error)],
  );
}

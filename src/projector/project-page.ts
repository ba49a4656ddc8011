import type pg from 'pg';
import { inTransaction } from '../database/in-transaction.js';
import { moveCheckpoint } from './checkpoints.js';
import { refuseGaps } from './refuse-gaps.js';
import type { ProjectedPage, Projection } from './projection.js';

/** The checkpoint was no longer where this page begins; nothing was written. */
class Overtaken extends Error {}

/**
 * Writes a page and moves the checkpoint past it, both or neither; false when another process has done so already. A page that
 * is not `durable` may be lost in a crash of the database after it was written, rows and checkpoint together, and can be had
 * again from the log.
 */
export async function projectPage(
  pool: pg.Pool,
  projection: Projection,
  page: ProjectedPage,
  durable = false,
): Promise<boolean> {
  try {
    await inTransaction(pool, async (transaction) => {
      await transaction.query(`set local synchronous_commit = ${durable ? 'on' : 'off'}`);
      if (!(await moveCheckpoint(transaction, projection.name, page.after, page.until))) throw new Overtaken();
      await refuseGaps(projection, page, transaction);
      await projection.write(page, transaction);
    });
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

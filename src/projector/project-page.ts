import type pg from 'pg';
import { inTransaction } from '../database/in-transaction.js';
import { moveCheckpoint } from './checkpoints.js';
import type { ProjectedPage, Projection } from './projection.js';

/** The checkpoint was no longer where this page begins; nothing was written. */
class Overtaken extends Error {}

/** Writes a page and moves the checkpoint past it, both or neither; false when another process has done so already. */
export async function projectPage(pool: pg.Pool, projection: Projection, page: ProjectedPage): Promise<boolean> {
  try {
    await inTransaction(pool, async (transaction) => {
      // Rows and checkpoint are lost together or not at all, and can be had again from the log.
      await transaction.query('set local synchronous_commit = off');
      if (!(await moveCheckpoint(transaction, projection.name, page.after, page.until))) throw new Overtaken();
      await projection.write(page, transaction);
    });
    return true;
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
}

import type pg from 'pg';
import type { Position } from '../domain/envelope.js';

/** How far a projection has come; null at the beginning. */
export async function checkpointOf(client: pg.ClientBase | pg.Pool, projection: string): Promise<Position | null> {
  const { rows } = await client.query<{ position: Position | null }>(
    'select position from projector.checkpoints where projection = $1',
    [projection],
  );
  return rows[0]?.position ?? null;
}

/** Gives a projection its checkpoint, at the beginning, unless it has one. */
export async function ensureCheckpoint(pool: pg.Pool, projection: string): Promise<void> {
  await pool.query('insert into projector.checkpoints (projection) values ($1) on conflict do nothing', [projection]);
}

/**
 * Moves the checkpoint on, if it still is where the caller believes. False means somebody else has accounted for these
 * events. The row stays locked until the transaction ends, so that two who try at once go one after the other.
 */
export async function moveCheckpoint(
  transaction: pg.ClientBase | pg.Pool,
  projection: string,
  floor: Position | null,
  next: Position,
): Promise<boolean> {
  const { rowCount } = await transaction.query({
    name: 'move checkpoint',
    text: `update projector.checkpoints set position = $3, moved_at = now(), stopped = null
            where projection = $1 and position is not distinct from $2`,
    values: [projection, floor, next],
  });
  return rowCount === 1;
}

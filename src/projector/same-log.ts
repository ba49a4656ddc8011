import type pg from 'pg';
import type { Position } from '../domain/envelope.js';
import type { EventStore } from '../event-store/event-store.js';
import { ReadModelsOfAnotherLog } from './errors.js';
import type { KnownEvent, Projection } from './projection.js';

/**
 * Where the read models tell of something that is not in this log; null where they were folded from it, or are empty. The last
 * event they know is looked for by its stream and revision, since a position of one log means nothing in another.
 */
export async function foreignPosition(
  log: EventStore,
  pool: pg.Pool,
  projections: readonly Projection[],
): Promise<Position | null> {
  const checkpoints = await checkpointsOf(pool, projections);
  if (checkpoints.length === 0) return null;
  let example: Position | null | undefined;
  for (const projection of projections) {
    const known = (await projection.lastEvent?.(pool)) ?? null;
    if (known === null) continue;
    if (!(await holds(log, known))) return known.position;
    example = known.position;
  }
  if (example === undefined) example = await log.head();
  // All positions of a log are of one width.
  return checkpoints.find((one) => one.length !== example?.length) ?? null;
}

/** Throws {@link ReadModelsOfAnotherLog}, or why the log or the read models could not be asked: neither is a yes. */
export async function refuseAnotherLog(
  log: EventStore,
  pool: pg.Pool,
  projections: readonly Projection[],
): Promise<void> {
  const foreign = await foreignPosition(log, pool, projections);
  if (foreign !== null) throw new ReadModelsOfAnotherLog(foreign);
}

async function holds(log: EventStore, { stream, revision, eventId, position }: KnownEvent): Promise<boolean> {
  for await (const event of log.readStream(stream, revision)) {
    return event.revision === revision && event.eventId === eventId && event.position === position;
  }
  return false;
}

async function checkpointsOf(pool: pg.Pool, projections: readonly Projection[]): Promise<readonly Position[]> {
  const { rows } = await pool.query<{ position: Position }>(
    'select position from projector.checkpoints where projection = any($1) and position is not null',
    [projections.map(({ name }) => name)],
  );
  return rows.map(({ position }) => position);
}

import type pg from 'pg';
import { UndecodableEvent } from '../domain/events/decode.js';
import type { Position } from '../domain/envelope.js';
import type { SijilEvent } from '../domain/events/index.js';

/** Why a projection does not go on. The error may quote what is protected: it is for those who run the register. */
export interface Stop {
  readonly error: string;
  /** The event it cannot get past, where it is known. */
  readonly event: { readonly stream: string; readonly position: Position } | null;
}

export function stopOf(error: Error, suspect: SijilEvent | null): Stop {
  const event = error instanceof UndecodableEvent ? error : suspect;
  return { error: error.message, event: event && { stream: event.stream, position: event.position } };
}

/** Where it stopped, as a person is told. */
export const placeOf = ({ event }: Stop): string =>
  event === null ? 'at an event that is not known' : `at the event of ${event.stream} at ${event.position}`;

/** Leaves word of it beside the checkpoint, for other processes to see; the next page that is written takes it away. */
export async function noteStop(pool: pg.Pool, projection: string, at: Position | null, stop: Stop): Promise<void> {
  await pool.query(
    'update projector.checkpoints set stopped = $3 where projection = $1 and position is not distinct from $2',
    [projection, at, JSON.stringify(stop)],
  );
}

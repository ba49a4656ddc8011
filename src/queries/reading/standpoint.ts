import type { AsOf } from '../../domain/as-of.js';
import type { Instant, Position } from '../../domain/envelope.js';
import { instantOf, type AsOfQuery } from '../../http/as-of.js';
import { InvalidQuery } from '../../http/problems/request-errors.js';
import type { Stands } from './answer.js';

/** From where in time a question is answered. */
export interface Standpoint extends Stands {
  readonly at: AsOf;
}

/** The end of the longest prefix of the log in which everything was recorded at or before an instant. */
export type PositionAt = (recorded: Instant) => Promise<Position>;

/** Turns what was asked into one point on each clock. A date ends in the zone asked for, else in this one, else in UTC. */
export async function standpoint(
  { claimed, recorded, zone }: AsOfQuery,
  position: Position,
  positionAt: PositionAt,
  ownZone: string | null = null,
): Promise<Standpoint> {
  const inZone = zone ?? ownZone;
  const said = claimed && instantOf(claimed, inZone);
  const held =
    recorded === null
      ? null
      : recorded.kind === 'position'
        ? ofThisLog(recorded.position, position)
        : await positionAt(instantOf(recorded, inZone));
  const past = held !== null && held < position;
  return {
    position,
    at: { claimed: said, recorded: past ? held : null },
    asOf: { claimed: said, recorded: past ? held : position },
  };
}

/** Positions compare as text, and only where they are equally wide. */
function ofThisLog(asked: Position, position: Position): Position {
  if (position !== '' && asked.length !== position.length) {
    throw new InvalidQuery('recordedAsOf', `a position of this log, such as ${position}`);
  }
  return asked;
}

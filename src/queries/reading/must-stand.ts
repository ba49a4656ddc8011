import { isKnown, wasKnown } from '../../domain/claims/known.js';
import type { Position } from '../../domain/envelope.js';
import type { Row } from '../../domain/register/rows.js';
import { categoryOf, idOf } from '../../domain/streams.js';
import { NotInRegister, Withdrawn } from '../../http/problems/read-errors.js';

/** Refuses to speak of what the register had not been told of, or had taken back. `openings`: versions of its opening entry. */
export function mustStand(stream: string, openings: readonly Row[], recorded: Position | null): void {
  if (!openings.some((row) => wasKnown(row, recorded))) throw new NotInRegister(categoryOf(stream), idOf(stream));
  if (!openings.some((row) => isKnown(row, recorded))) throw new Withdrawn(stream);
}

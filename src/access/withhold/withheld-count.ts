import type { AsOf } from '../../domain/as-of.js';
import { isKnown } from '../../domain/claims/known.js';
import { saidBy } from '../../domain/claims/said.js';
import type { Register } from '../../domain/register/register.js';
import type { ClaimRow } from '../../domain/register/rows.js';
import { hasWithheldPoint } from './coarse-place.js';
import type { Hidden } from './hidden.js';
import { claimsLeft } from './left.js';

/** How much was kept back of what an answer is made of. */
export interface WithheldCount {
  /** Statements, reports and operations. */
  readonly acts: number;
  readonly claims: number;
  /** Points that are shown coarsely, or not at all. */
  readonly points: number;
}

export const NOTHING: WithheldCount = { acts: 0, claims: 0, points: 0 };

/**
 * Counts what was hidden of all rows, as far as it was known, and what of those that are shown, as far as it was said too.
 * When something hidden was said is hidden: the claimed clock does not move its count.
 */
export function countWithheld(all: Register, shown: Register, hidden: Hidden, at: AsOf): WithheldCount {
  const { claimed, recorded } = at;
  const acts = [...all.acts, ...all.operations.filter(({ type }) => type === 'OperationConducted')].filter(
    (row) => isKnown(row, recorded) && hidden.acts.hides(row),
  );
  const wasSaid = (row: ClaimRow) => isKnown(row, recorded) && saidBy(row, claimed) !== 'not_yet';
  const left = new Set(claimsLeft(all.claims, hidden));
  const entries = [...shown.incidents, ...shown.operations, ...shown.judgements].filter((row) =>
    isKnown(row, recorded),
  );
  const places = [...entries.map(({ data }) => data), ...shown.claims.filter(wasSaid).map(({ claim }) => claim)];
  return {
    acts: new Set(acts.map(({ stream }) => stream)).size,
    claims: all.claims.filter((row) => !left.has(row) && isKnown(row, recorded)).length,
    points: places.filter(hasWithheldPoint).length,
  };
}

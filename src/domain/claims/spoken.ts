import type { ClaimRow } from '../register/rows.js';
import type { Figure } from '../values/figure.js';
import { keyOf, statusOf } from './claim-key.js';
import type { CountClaim } from './kinds/count.js';
import type { Voice } from './voice.js';

/** One claim as it is read at one point of both clocks. */
export interface Spoken {
  readonly row: ClaimRow;
  readonly ref: string;
  /** Stream of its act. */
  readonly act: string;
  /** Place of its act in the total order: by the end of the interval in which it was said, its start, then the log. */
  readonly rank: number;
  readonly party: string;
  /** Parties of the coalitions that the claimant was a member of. */
  readonly coalitions: readonly string[];
  /** Incidents it is about, by what was merged and split; empty for a series. */
  readonly incidents: readonly string[];
  /** About more than one incident: shown on each, in no range. */
  readonly joint: boolean;
  readonly slot: string | null;
  /** Its subject within the answer: empty, a slot, or several incidents together. */
  readonly scope: string;
  /** Comparability key, with the scope. */
  readonly key: string;
  /** Claimant, key, basis and derived: along which what a claimant says evolves. */
  readonly line: string;
  readonly voice: Voice;
  readonly relayed: boolean;
  /** The event that took it out of ranges. */
  readonly setAside: string | null;
}

/** A count with a figure. */
export type Counting = Spoken & { readonly row: { readonly claim: CountClaim & { readonly figure: Figure } } };

/** A claim that takes an earlier one back says nothing in its place. */
export const retracts = ({ row: { claim } }: Spoken): boolean => claim.supersedes?.change === 'retracts';

export const isCounting = (spoken: Spoken): spoken is Counting =>
  spoken.row.claim.kind === 'count' && spoken.row.claim.figure !== undefined && !retracts(spoken);

export const figureOf = ({ row }: Counting): Figure => row.claim.figure;

export const inScope = (scope: string, key: string): string => (scope === '' ? key : `${scope} ${key}`);

/** The key under which a count that states a status is compared with those that state none. */
export const unstatedKey = ({ scope, row: { claim } }: Counting): string | null =>
  statusOf(claim.counted) === 'not_stated'
    ? null
    : inScope(scope, keyOf({ ...claim, counted: { ...claim.counted, status: 'not_stated' } }));

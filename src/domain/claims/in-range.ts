import { comparable } from './claim-key.js';
import type { Contribution } from './range.js';
import { figureOf, isCounting, unstatedKey, type Counting, type Spoken } from './spoken.js';

/** A standing figure that is the claimant's own: not conditional, passed on, derived, joint or set aside, and comparable. */
export const entersRanges = (claim: Spoken): claim is Counting =>
  isCounting(claim) &&
  claim.voice === 'own' &&
  claim.row.claim.derived !== true &&
  !claim.joint &&
  claim.setAside === null &&
  comparable(claim.row.claim.counted);

/** The keys whose ranges a figure enters: its own and, when it states a status, the one that states none. */
export function rangesEntered(claim: Counting): readonly { readonly key: string; readonly scopeAssumed: boolean }[] {
  const unstated = unstatedKey(claim);
  return [
    { key: claim.key, scopeAssumed: false },
    ...(unstated === null ? [] : [{ key: unstated, scopeAssumed: true }]),
  ];
}

export const contributionOf = (claim: Counting, scopeAssumed: boolean): Contribution => ({
  bounds: figureOf(claim),
  party: claim.party,
  coalitions: claim.coalitions,
  scopeAssumed,
});

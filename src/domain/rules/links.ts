import type { Claim } from '../claims/claim.js';
import type { ClaimLinked } from '../events/claim-links.js';
import { LinkToItself, OtherKind, OtherParty, OtherSubject, SameParty } from '../refusals/links.js';
import { ClaimUnknown } from '../refusals/unknown.js';
import type { SaidClaim } from '../states/act.js';
import type { Known } from '../states/known.js';
import { sameSet, subjectOf } from '../states/subject.js';
import { partiesOf } from '../states/voices.js';

/** A link joins two claims of one kind about one subject: of one party when it supersedes, of two when it relays. */
export function mustBeLinkable(
  known: Known,
  from: SaidClaim,
  to: SaidClaim,
  as: ClaimLinked['as'],
  pointer: string,
): void {
  if (from.ref === to.ref) throw new LinkToItself(`The claim ${to.ref}`, pointer);
  const { partyOf } = partiesOf(known, [from.claimant, to.claimant]);
  const ours = partyOf(from.claimant, from.said);
  const theirs = partyOf(to.claimant, to.said);
  if (as === 'supersedes' && ours !== theirs) throw new OtherParty(to.ref, theirs, ours, pointer);
  if (as === 'relays' && ours === theirs) throw new SameParty(to.ref, ours, pointer);
  if (from.claim.kind !== to.claim.kind) throw new OtherKind(to.ref, to.claim.kind, from.claim.kind, pointer);
  if (!sameSet(subjectOf(known, from), subjectOf(known, to))) throw new OtherSubject(to.ref, pointer);
}

/** The claim a reference points to; refused when there is none. */
export function theClaim(known: Known, ref: string, pointer: string): SaidClaim {
  const claim = known.claim(ref);
  if (claim === undefined) throw new ClaimUnknown(ref, pointer);
  return claim;
}

/** The claims that one repeats or answers: it cannot be any of them. */
const pointedAt = (claim: Claim): readonly (readonly [string, string])[] => [
  ...(claim.relays?.claim === undefined ? [] : [[claim.relays.claim, 'relays/claim'] as const]),
  ...(claim.kind === 'investigation' ? (claim.answers ?? []).map((ref, at) => [ref, `answers/${at}`] as const) : []),
];

/** What an act's claims supersede is theirs to supersede, and none of them points at itself. */
export function linksOfClaims(known: Known, claims: readonly SaidClaim[]): void {
  claims.forEach((said, index) => {
    const self = pointedAt(said.claim).find(([ref]) => ref === said.ref);
    if (self !== undefined) throw new LinkToItself(`The claim ${said.ref}`, `/claims/${index}/${self[1]}`);
    const superseded = said.claim.supersedes?.claim;
    if (superseded === undefined) return;
    const pointer = `/claims/${index}/supersedes/claim`;
    mustBeLinkable(known, said, theClaim(known, superseded, pointer), 'supersedes', pointer);
  });
}

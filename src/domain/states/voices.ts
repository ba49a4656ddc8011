import { parties, type Parties } from '../claims/party.js';
import type { SaidClaim } from './act.js';
import type { Known } from './known.js';

/** The parties of some actors, reckoned from all they were ever part of. */
export function partiesOf(known: Known, actors: readonly string[]): Parties {
  const reached = new Set(actors);
  // A set is walked in order, members added on the way included.
  for (const id of reached) {
    for (const { partOf } of known.actor(id).stated) for (const { actor } of partOf) reached.add(actor);
  }
  return parties([...reached].flatMap((id) => known.actor(id).entries));
}

const addsAVoice = ({ claim }: SaidClaim) =>
  claim.certainty !== 'conditional' &&
  claim.relays === undefined &&
  claim.accordingTo === undefined &&
  claim.compiled !== true;

/** The parties that speak for themselves in some claims; a coalition is not counted beside its member. */
export function independentParties(known: Known, claims: readonly SaidClaim[]): ReadonlySet<string> {
  const voices = claims.filter(addsAVoice);
  const { partyOf, coalitionsOf } = partiesOf(
    known,
    voices.map(({ claimant }) => claimant),
  );
  const speaking = new Set(voices.map(({ claimant, said }) => partyOf(claimant, said)));
  for (const { claimant, said } of voices) {
    const party = partyOf(claimant, said);
    for (const coalition of coalitionsOf(claimant, said)) if (coalition !== party) speaking.delete(coalition);
  }
  return speaking;
}

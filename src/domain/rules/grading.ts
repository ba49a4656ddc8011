import { voiceOf } from '../claims/voice.js';
import type { IncidentGraded } from '../events/incident-graded.js';
import { ConfirmedNeedsAcceptance, FairNeedsTwoParties } from '../refusals/assessments.js';
import type { SaidClaim } from '../states/act.js';
import type { Known } from '../states/known.js';
import { independentParties } from '../states/voices.js';
import { claimsAbout, inBasis } from './basis.js';

/** An acceptance in one's own voice: not on a condition, not only possible, not passed on from somebody else. */
const acceptsHarm = ({ claim }: SaidClaim) =>
  claim.kind === 'responsibility' &&
  claim.for === 'harm' &&
  claim.stance === 'accepts' &&
  claim.certainty !== 'possible' &&
  voiceOf(claim, claim.relays !== undefined) === 'own';

export function gradingRests(known: Known, { incidentId, basis, grade }: IncidentGraded): void {
  const claims = claimsAbout(known, incidentId, inBasis(basis));
  if (grade === 'confirmed' && !claims.some(acceptsHarm)) throw new ConfirmedNeedsAcceptance();
  if (grade === 'fair' && independentParties(known, claims).size < 2) throw new FairNeedsTwoParties();
}

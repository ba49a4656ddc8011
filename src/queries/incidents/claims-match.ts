import { findings } from '../../domain/claims/findings/index.js';
import { accusedBy, operatingParties } from '../../domain/claims/harm-parties.js';
import { readingOf } from '../../domain/claims/reading.js';
import type { View } from '../reading/subjects.js';
import type { IncidentsAsked } from './incidents-asked.js';

/** Whether it takes their claims to tell which incidents are asked for. */
export const needsClaims = ({ party, openFindings }: IncidentsAsked): boolean => party !== null || openFindings;

/** Whether an incident with its claims, as the asker may see them, is one of those asked for. */
export const claimsMatch = (view: View, which: IncidentsAsked): boolean =>
  hasParty(view, which) && hasOpenFindings(view, which);

const hasOpenFindings = ({ facts, stands }: View, { openFindings }: IncidentsAsked): boolean =>
  !openFindings || findings(facts, stands.at).some(({ status }) => status === 'open');

/** Whether a party operated, was accused, or said something. */
function hasParty({ facts, stands }: View, { party }: IncidentsAsked): boolean {
  if (party === null) return true;
  const reading = readingOf(facts, stands.at);
  return (
    operatingParties(reading).has(party) ||
    reading.claims.some((claim) => claim.party === party || accusedBy(claim, reading) === party)
  );
}

import type { Claim } from './claim.js';

/**
 * How a claimant says something: as its own; only on a condition; or passing on what others said. What somebody says on a
 * condition or passes on runs on a line of its own, so that it never takes the place of what they say themselves.
 */
export type Voice = 'own' | 'conditional' | 'passed_on';

export function voiceOf(claim: Claim, relayed: boolean): Voice {
  if (claim.certainty === 'conditional') return 'conditional';
  return relayed || claim.accordingTo !== undefined || claim.compiled === true ? 'passed_on' : 'own';
}

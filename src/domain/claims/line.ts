import type { Claim } from './claim.js';
import { keyOf } from './claim-key.js';
import type { Voice } from './voice.js';

/** Claimant, subject, key, basis and derived: the line along which what a claimant says evolves. */
export function lineOf(claimant: string, scope: string, claim: Claim, voice: Voice): string {
  const known = claim.kind === 'count' ? [claim.basis ?? '', claim.derived === true ? 'derived' : ''] : [];
  return [claimant, scope, keyOf(claim), ...known, voice].join('|');
}

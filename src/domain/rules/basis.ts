import { ClaimAboutAnother } from '../refusals/identity.js';
import type { SaidClaim } from '../states/act.js';
import type { Known } from '../states/known.js';
import { subjectOf, survivorOf } from '../states/subject.js';
import { theClaim } from './links.js';

/** The claims named, refused when one of them is not about the incident: where merges and splits have taken it. */
export function claimsAbout(
  known: Known,
  incident: string,
  named: readonly { readonly claim: string; readonly pointer: string }[],
): readonly SaidClaim[] {
  const survivor = survivorOf(known, incident);
  return named.map(({ claim, pointer }) => {
    const said = theClaim(known, claim, pointer);
    if (!subjectOf(known, said).has(survivor)) throw new ClaimAboutAnother(claim, `the incident ${incident}`, pointer);
    return said;
  });
}

/** The claims of a basis, each with its place in it. */
export const inBasis = (basis: readonly string[]) =>
  basis.map((claim, index) => ({ claim, pointer: `/basis/${index}` }));

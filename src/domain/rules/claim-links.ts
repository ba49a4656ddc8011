import type { ClaimLinked } from '../events/claim-links.js';
import type { Known } from '../states/known.js';
import { mustBeLinkable, theClaim } from './links.js';

/** Our link joins two claims that may be joined. */
export function linkIsPossible(known: Known, { from, to, as }: ClaimLinked): void {
  mustBeLinkable(known, theClaim(known, from, '/from'), theClaim(known, to, '/to'), as, '/to');
}

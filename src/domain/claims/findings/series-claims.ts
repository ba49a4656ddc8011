import { comparable } from '../claim-key.js';
import type { Reading } from '../reading.js';
import { isCounting, type Counting, type Spoken } from '../spoken.js';

/** What a publisher says in one way: own figures, or what it passes on; by how they are known. */
export const manner = ({ row, voice }: Spoken): string =>
  [row.claimant, row.claim.kind === 'count' ? (row.claim.basis ?? '') : '', voice === 'own' ? '' : voice]
    .filter((part) => part !== '')
    .join(' ');

const COMPARED = ({ slot, relayed, row: { claim } }: Spoken): boolean =>
  slot !== null &&
  !relayed &&
  claim.kind === 'count' &&
  claim.certainty !== 'conditional' &&
  claim.derived !== true &&
  comparable(claim.counted);

/** What the rules of a series compare: all that remains, but conditional and derived claims and those that repeat another's. */
export const seriesClaims = ({ claims }: Reading): readonly Spoken[] => claims.filter(COMPARED);

/** The same without those that take a figure back. */
export const seriesFigures = (reading: Reading): readonly Counting[] => seriesClaims(reading).filter(isCounting);

import { comparable } from '../claim-key.js';
import { figureOf, inScope, isCounting, type Counting } from '../spoken.js';
import { groupBy } from '../standing.js';
import { fromInvolved, ofClaim, type Evidence } from './evidence.js';
import { extremeOf, found, type Found, type Rule } from './finding.js';
import { wholesOf } from './whole-and-parts.js';

interface Piece extends Evidence {
  readonly claim: Counting;
  readonly part: boolean;
}

const floor = ({ claim }: Piece) => figureOf(claim).min ?? -Infinity;
const ceiling = ({ claim }: Piece) => figureOf(claim).max ?? Infinity;

/** Parts that lie above some whole, and wholes that lie below some part. */
function involved(pieces: readonly Piece[]): readonly Piece[] {
  let [greatestPart, leastWhole] = [-Infinity, Infinity];
  for (const piece of pieces) {
    if (piece.part) greatestPart = Math.max(greatestPart, floor(piece));
    else leastWhole = Math.min(leastWhole, ceiling(piece));
  }
  return pieces.filter((piece) => (piece.part ? floor(piece) > leastWhole : ceiling(piece) < greatestPart));
}

/** Somebody's figure for a part is greater than their figure for the whole. */
export const partAboveWhole: Rule = (_reading, { standing }) => {
  const figures = standing
    .filter(isCounting)
    .filter(
      ({ row: { claim } }) => claim.derived !== true && claim.certainty !== 'conditional' && comparable(claim.counted),
    );
  // What somebody passes on may come from many; only within one act is it one account.
  const accounts = groupBy(figures, ({ voice, act, row }) => (voice === 'own' ? row.claimant : act));
  return [...accounts].flatMap(([account, all]): Found[] => {
    const byKey = groupBy(all, ({ key }) => key);
    return [...byKey].flatMap(([key, parts]) => {
      const [first] = parts;
      if (first === undefined) return [];
      return wholesOf(first.row.claim.counted).flatMap((whole) => {
        const wholeKey = inScope(first.scope, whole.key);
        const wholes = byKey.get(wholeKey);
        if (wholes === undefined) return [];
        const pieces = [
          ...parts.map((claim): Piece => ({ ...ofClaim(claim), claim, part: true })),
          ...wholes.map((claim): Piece => ({ ...ofClaim(claim), claim, part: false })),
        ];
        const above = involved(pieces);
        return found('part_above_whole', `${account} ${key} in ${wholeKey}`, fromInvolved(pieces, involved), {
          extremes: [above.find(({ part }) => !part), above.find(({ part }) => part)].flatMap((one) =>
            one ? [extremeOf(one.claim)] : [],
          ),
          scopeAssumed: whole.scopeAssumed,
        });
      });
    });
  });
};

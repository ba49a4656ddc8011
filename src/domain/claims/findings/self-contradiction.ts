import { comparable } from '../claim-key.js';
import { isCounting, type Counting } from '../spoken.js';
import { groupBy } from '../standing.js';
import type { Speaker } from './best-by-party.js';
import { Edges, type Figured } from './edges.js';
import { fromInvolved, ofClaim } from './evidence.js';
import { extremeOf, found, type Rule } from './finding.js';

const itself = ({ ref }: Counting): Speaker => ({ party: ref, coalitions: [] });

function involved(figures: readonly Figured[]): readonly Figured[] {
  const edges = new Edges(figures, itself);
  return figures.filter((figured) => edges.contradict(figured));
}

/** One act gives two figures for the same thing, however each is known, that cannot both be true. */
export const selfContradiction: Rule = (_reading, { standing }) => {
  const figures = standing
    .filter(isCounting)
    .filter(({ voice, row: { claim } }) => voice === 'own' && claim.derived !== true && comparable(claim.counted))
    .map((claim): Figured => ({
      ...ofClaim(claim),
      key: `${claim.act} ${claim.row.claimant} ${claim.key}`,
      scopeAssumed: false,
      claim,
    }));
  return [...groupBy(figures, ({ key }) => key).values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined || together.length < 2) return [];
    const edges = new Edges(together, itself);
    return found('self_contradiction', first.key, fromInvolved(together, involved), {
      extremes: Edges.widest(edges, edges).map(({ claim }) => extremeOf(claim)),
    });
  });
};

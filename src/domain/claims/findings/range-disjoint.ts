import { entersRanges, rangesEntered } from '../in-range.js';
import { groupBy } from '../standing.js';
import { Edges, type Figured } from './edges.js';
import { fromInvolved, ofClaim } from './evidence.js';
import { extremeOf, found, type Extreme, type Rule } from './finding.js';

// Claims that state different statuses are no contradiction: one of the two must be on the key itself.
const onKey = (figures: readonly Figured[]) => figures.filter(({ scopeAssumed }) => !scopeAssumed);

function involved(figures: readonly Figured[]): readonly Figured[] {
  const [all, own] = [new Edges(figures), new Edges(onKey(figures))];
  return figures.filter((figured) => (figured.scopeAssumed ? own : all).contradict(figured));
}

/** Two independent parties give figures for the same thing that cannot both be true. */
export const rangeDisjoint: Rule = (_reading, { standing }) => {
  const figures = standing
    .filter(entersRanges)
    .flatMap((claim) => rangesEntered(claim).map((entered): Figured => ({ ...ofClaim(claim), ...entered, claim })));
  return [...groupBy(figures, ({ key }) => key)].flatMap(([key, all]) => {
    const extremes: readonly Figured[] = Edges.widest(new Edges(onKey(all)), new Edges(all));
    return found('range_disjoint', key, fromInvolved(all, involved), {
      extremes: extremes.map(({ claim }): Extreme => extremeOf(claim)),
      scopeAssumed: extremes.some(({ scopeAssumed }) => scopeAssumed),
    });
  });
};

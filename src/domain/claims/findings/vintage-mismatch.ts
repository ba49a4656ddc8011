import { sameFigure } from '../bounds.js';
import type { Reading } from '../reading.js';
import { figureOf, type Counting } from '../spoken.js';
import { groupBy } from '../standing.js';
import { inDispute, type Side } from './disputes.js';
import { fromInvolved, ofClaim } from './evidence.js';
import { extremeOf, found, type FigureChange, type Rule } from './finding.js';
import { manner, seriesFigures } from './series-claims.js';

const wording = (claim: Counting) => {
  const { min, max, best } = figureOf(claim);
  return `${min}..${max} ${best}`;
};

/** From each figure to the next that differs, with what the source said of the change. */
function changesAmong(vintages: readonly Counting[], { links }: Reading): readonly FigureChange[] {
  return vintages.flatMap((to, index) => {
    const from = vintages[index - 1];
    if (from === undefined || from.act === to.act || sameFigure(figureOf(from), figureOf(to))) return [];
    const link = links.from(to.ref).find((one) => one.as === 'supersedes' && one.to === from.ref);
    return [
      { from: extremeOf(from), to: extremeOf(to), change: link?.change ?? null, announced: link?.announced ?? null },
    ];
  });
}

/** A publisher's reports give different figures for the same slot. */
export const vintageMismatch: Rule = (reading) =>
  [...groupBy(seriesFigures(reading), (claim) => `${manner(claim)} ${claim.key}`)].flatMap(([key, vintages]) => {
    const sides = vintages.map((claim): Side => ({
      ...ofClaim(claim),
      act: claim.act,
      holds: wording(claim),
      denies: false,
    }));
    const established = fromInvolved(sides, inDispute);
    return established === null
      ? []
      : found('vintage_mismatch', key, established, { changes: changesAmong(vintages, reading) });
  });

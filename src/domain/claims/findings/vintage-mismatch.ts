import { sameFigure } from '../bounds.js';
import type { Reading } from '../reading.js';
import { figureOf, type Counting } from '../spoken.js';
import { actByAct, groupBy } from '../standing.js';
import { disputedJointly, type Side } from './disputes.js';
import { ofClaim } from './evidence.js';
import { extremeOf, found, type FigureChange, type Rule } from './finding.js';
import { seriesFigures } from './series-claims.js';

const wording = (claim: Counting) => {
  const { min, max, best } = figureOf(claim);
  return `${min}..${max} ${best}`;
};

const basisOf = ({ row }: Counting): string => row.claim.basis ?? '';

/** A publisher's own figures and those it passes on, apart; however each is known. */
const slotOf = ({ row, voice, key }: Counting): string =>
  [row.claimant, ...(voice === 'own' ? [] : [voice]), key].join(' ');

/**
 * From each figure to the next that differs, with what the source said of the change: to the next known in the same way or,
 * where a report has none, to whatever figure it gives instead.
 */
function changesAmong(vintages: readonly Counting[], { links }: Reading): readonly FigureChange[] {
  const last = new Map<string, Counting>();
  let before: readonly Counting[] = [];
  return [...actByAct(vintages)].flatMap((act) => {
    const report = act as readonly Counting[];
    const given = new Set(report.map(basisOf));
    const instead = before.findLast((claim) => !given.has(basisOf(claim)));
    const changes = report.flatMap((to): FigureChange[] => {
      const from = last.get(basisOf(to)) ?? instead;
      if (from === undefined || sameFigure(figureOf(from), figureOf(to))) return [];
      const link = links.from(to.ref).find((one) => one.as === 'supersedes' && one.to === from.ref);
      return [
        { from: extremeOf(from), to: extremeOf(to), change: link?.change ?? null, announced: link?.announced ?? null },
      ];
    });
    for (const claim of report) last.set(basisOf(claim), claim);
    before = report;
    return changes;
  });
}

/** A publisher's reports give different figures for the same slot. */
export const vintageMismatch: Rule = (reading) =>
  [...groupBy(seriesFigures(reading), slotOf)].flatMap(([key, vintages]) => {
    const sides = vintages.map((claim): Side => ({
      ...ofClaim(claim),
      act: claim.act,
      holds: wording(claim),
      denies: false,
    }));
    const established = disputedJointly(sides);
    return established === null
      ? []
      : found('vintage_mismatch', key, established, { changes: changesAmong(vintages, reading) });
  });

import type { AsOf } from '../../domain/as-of.js';
import { findings, type Finding } from '../../domain/claims/findings/index.js';
import type { Facts } from '../../domain/register/facts.js';
import type { JudgementRow } from '../../domain/register/rows.js';

/**
 * A finding is known by a hash of what it is about. Where a name in that is replaced for the reader, so is the hash, which
 * could otherwise be guessed; and what settled the finding has to follow it.
 */
export function settledAs(left: Facts, shown: Facts, at: AsOf): readonly JudgementRow[] {
  if (!shown.judgements.some(({ type }) => type === 'FindingResolved')) return shown.judgements;
  const found = new Map(findings(shown, at).map((finding) => [likeness(finding), finding.id]));
  const renamed = new Map(
    findings(left, at).flatMap((finding) => {
      const id = found.get(likeness(finding));
      return id === undefined || finding.members.length === 0 ? [] : [[finding.id, id] as const];
    }),
  );
  return shown.judgements.map((row) => {
    if (row.type !== 'FindingResolved') return row;
    return { ...row, data: { ...row.data, finding: renamed.get(row.data.finding) ?? row.data.finding } };
  });
}

/** One rule finds one thing at most among the same claims. */
const likeness = ({ rule, members }: Finding): string => JSON.stringify([rule, [...members].sort()]);

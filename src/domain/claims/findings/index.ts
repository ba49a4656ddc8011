import type { AsOf } from '../../as-of.js';
import type { Facts, Subject } from '../../register/facts.js';
import type { JudgementRow } from '../../register/rows.js';
import { streamOf } from '../../streams.js';
import { digest } from '../digest.js';
import { knownAt } from '../known.js';
import { readingOf, type Reading } from '../reading.js';
import { groupBy, standingIn, type Standing } from '../standing.js';
import {
  badCoordinates,
  mergeCircles,
  minAboveMax,
  negative,
  periodAfterIssue,
  saidBeforeItHappened,
} from './anomalies.js';
import { civilianStatusDisputed, occurrenceDisputed, responsibilityDisputed } from './disputes.js';
import type { Finding, FindingResolution, Found, Rule } from './finding.js';
import { brokenLinks, doubleSuperseded, supersedesTheFuture } from './link-anomalies.js';
import { partAboveWhole } from './part-above-whole.js';
import { rangeDisjoint } from './range-disjoint.js';
import { relayDiffers } from './relay-differs.js';
import { selfContradiction } from './self-contradiction.js';
import { seriesDecrease } from './series-decrease.js';
import { sumMismatch } from './sum-mismatch.js';
import { vintageMismatch } from './vintage-mismatch.js';

/** Every rule there is: contradictions, then breaks in a series, then anomalies. */
export const rules: readonly Rule[] = [
  rangeDisjoint,
  responsibilityDisputed,
  occurrenceDisputed,
  civilianStatusDisputed,
  selfContradiction,
  relayDiffers,
  vintageMismatch,
  seriesDecrease,
  sumMismatch,
  minAboveMax,
  partAboveWhole,
  negative,
  saidBeforeItHappened,
  supersedesTheFuture,
  periodAfterIssue,
  doubleSuperseded,
  brokenLinks,
  mergeCircles,
  badCoordinates,
];

type ResolutionRow = Extract<JudgementRow, { readonly type: 'FindingResolved' }>;

const resolutionsIn = ({ facts, at }: Reading): ReadonlyMap<string, readonly ResolutionRow[]> =>
  groupBy(
    knownAt(facts.judgements, at.recorded).filter((row) => row.type === 'FindingResolved'),
    ({ data }) => data.finding,
  );

/** Under which subjects the finding may have been resolved: merges and unmerges move it from one incident to another. */
function everSubjects({ facts, subject }: Reading): readonly Subject[] {
  const incidents = facts.identities.flatMap(({ type, data }) =>
    type === 'IncidentMerged' ? [data.incidentId, data.into] : [],
  );
  return [...new Set([subject, ...incidents.map((one) => streamOf('incident', one))])];
}

const byOrdinal = (a: ResolutionRow, b: ResolutionRow) => (a.ordinal < b.ordinal ? -1 : 1);

/** Whether it looked at all members, each as it reads now: what we corrected since, nobody looked at. */
const looksAtAll = ({ data, ordinal }: ResolutionRow, present: readonly string[], { ends }: Reading): boolean => {
  const seen = new Set(data.members);
  return present.every((member) => {
    const row = ends.get(member)?.row;
    return row !== undefined && seen.has(member) && row.from <= ordinal;
  });
};

const resolutionOf = ({ eventId, recordedAt, data: { resolution, members } }: ResolutionRow): FindingResolution => ({
  resolution,
  eventId,
  recordedAt,
  members,
});

/** Findings of the given rules, open and resolved. One that no longer holds has no row: ask as of when it did. */
export function findingsIn(
  reading: Reading,
  standing: Standing = standingIn(reading),
  by: readonly Rule[] = rules,
): readonly Finding[] {
  const { subject } = reading;
  const resolved = resolutionsIn(reading);
  const subjects = resolved.size === 0 ? [] : everSubjects(reading);
  const asFinding = (one: Found): Finding => {
    const present = new Set(one.members);
    const resolutions = subjects
      .flatMap((other) => {
        const rows = resolved.get(digest(one.rule, other, one.key)) ?? [];
        return other === subject ? rows : rows.filter(({ data }) => data.members.some((member) => present.has(member)));
      })
      .sort(byOrdinal);
    const settled = one.members.length > 0 && resolutions.some((row) => looksAtAll(row, one.members, reading));
    return {
      id: digest(one.rule, subject, one.key),
      subject,
      ...one,
      memberCount: one.members.length,
      status: settled ? 'resolved' : 'open',
      resolutions: resolutions.map(resolutionOf),
    };
  };
  return by.flatMap((rule) => rule(reading, standing)).map(asFinding);
}

/** Contradictions, breaks in series and anomalies among the claims about a subject. */
export const findings = (facts: Facts, at: AsOf): readonly Finding[] => findingsIn(readingOf(facts, at));

export type { Extreme, FigureChange, Finding, FindingResolution } from './finding.js';
export type { Since } from './evidence.js';

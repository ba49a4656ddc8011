import type { AsOf } from '../../as-of.js';
import type { Facts } from '../../register/facts.js';
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

function resolutionsIn({ facts, at }: Reading): ReadonlyMap<string, readonly FindingResolution[]> {
  const rows = knownAt(facts.judgements, at.recorded).filter((row) => row.type === 'FindingResolved');
  return new Map(
    [...groupBy(rows, ({ data }) => data.finding)].map(([finding, all]) => [
      finding,
      all.map(({ eventId, recordedAt, data: { resolution, members } }) => ({
        resolution,
        eventId,
        recordedAt,
        members,
      })),
    ]),
  );
}

const looksAtAll = ({ members }: FindingResolution, present: readonly string[]): boolean => {
  const seen = new Set(members);
  return present.every((member) => seen.has(member));
};

/** Findings of the given rules, open and resolved. One that no longer holds has no row: ask as of when it did. */
export function findingsIn(
  reading: Reading,
  standing: Standing = standingIn(reading),
  by: readonly Rule[] = rules,
): readonly Finding[] {
  const { subject } = reading;
  const resolved = resolutionsIn(reading);
  const asFinding = (one: Found): Finding => {
    const id = digest(one.rule, subject, one.key);
    const resolutions = resolved.get(id) ?? [];
    const settled = one.members.length > 0 && resolutions.some((resolution) => looksAtAll(resolution, one.members));
    return { id, subject, ...one, memberCount: one.members.length, status: settled ? 'resolved' : 'open', resolutions };
  };
  return by.flatMap((rule) => rule(reading, standing)).map(asFinding);
}

/** Contradictions, breaks in series and anomalies among the claims about a subject. */
export const findings = (facts: Facts, at: AsOf): readonly Finding[] => findingsIn(readingOf(facts, at));

export type { Extreme, FigureChange, Finding, FindingResolution } from './finding.js';
export type { Since } from './evidence.js';

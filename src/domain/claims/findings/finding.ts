import type { Subject } from '../../register/facts.js';
import type { Figure } from '../../values/figure.js';
import type { Announced } from '../../vocabularies/announced.js';
import type { Change } from '../../vocabularies/change.js';
import type { FindingRule } from '../../vocabularies/finding-rule.js';
import type { Resolution } from '../../vocabularies/resolution.js';
import type { Reading } from '../reading.js';
import { figureOf, type Counting } from '../spoken.js';
import type { Standing } from '../standing.js';
import type { Established, Since } from './evidence.js';

/** A figure at the edge of a contradiction. */
export interface Extreme {
  readonly claim: string;
  readonly claimant: string;
  readonly party: string;
  readonly slot: string | null;
  readonly figure: Figure;
}

/** From one published figure to the next on the same thing. */
export interface FigureChange {
  readonly from: Extreme;
  readonly to: Extreme;
  readonly change: Change | null;
  /** Null where no link says. */
  readonly announced: Announced | null;
}

/** What a rule found, before we look whether somebody has settled it. */
export interface Found extends Established {
  readonly rule: FindingRule;
  readonly key: string;
  /** The least figure first. */
  readonly extremes?: readonly Extreme[];
  readonly changes?: readonly FigureChange[];
  /** One side states a status and the other none. */
  readonly scopeAssumed?: boolean;
}

export interface FindingResolution {
  readonly resolution: Resolution;
  readonly eventId: string;
  readonly recordedAt: string;
  readonly members: readonly string[];
}

/** A contradiction, a break in a series or an anomaly, as a record with a life of its own. */
export interface Finding extends Found {
  /** Hash of rule, subject and key: the same for as long as it is about the same. */
  readonly id: string;
  readonly subject: Subject;
  readonly memberCount: number;
  readonly since: Since;
  readonly status: 'open' | 'resolved';
  /** All resolutions, oldest first; one that did not look at every present member, as it reads now, leaves it open. */
  readonly resolutions: readonly FindingResolution[];
}

export type Rule = (reading: Reading, standing: Standing) => readonly Found[];

export const extremeOf = (claim: Counting): Extreme => ({
  claim: claim.ref,
  claimant: claim.row.claimant,
  party: claim.party,
  slot: claim.slot,
  figure: figureOf(claim),
});

/** A found thing, if it was established at all. */
export const found = (
  rule: FindingRule,
  key: string,
  established: Established | null,
  more: Partial<Found> = {},
): readonly Found[] => (established === null ? [] : [{ rule, key, ...established, ...more }]);

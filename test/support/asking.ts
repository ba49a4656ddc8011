import type { AsOf } from '../../src/domain/as-of.js';
import { NOW } from '../../src/domain/as-of.js';
import { casualtyCounts, type CountsOfKey, type SaidFigure } from '../../src/domain/claims/casualty-counts.js';
import { findings, type Finding } from '../../src/domain/claims/findings/index.js';
import { claimHistory } from '../../src/domain/claims/history.js';
import type { Range } from '../../src/domain/claims/range.js';
import type { Facts } from '../../src/domain/register/facts.js';
import type { Category } from '../../src/domain/vocabularies/category.js';
import type { FindingRule } from '../../src/domain/vocabularies/finding-rule.js';
import { positionOf } from './log.js';

/** As of an instant on the claimed clock. */
export const saidBy = (claimed: string): AsOf => ({ claimed, recorded: null });

/** As of the nth event (from 1) of a log made by `logOf`. */
export const recordedBy = (n: number): AsOf => ({ claimed: null, recorded: positionOf(n) });

export const keyOfKilled = (category: Category): string =>
  `count killed ${category} ${category === 'person' ? 'any' : 'not_stated'} occurred`;

export const countsOf = (facts: Facts, key: string, at: AsOf = NOW): CountsOfKey | undefined =>
  casualtyCounts(facts, at).counts.find((one) => one.key === key);

/** `[low, high, open]`, or null without a range. */
export const brief = (range: Range | null | undefined): readonly [number | null, number | null, boolean] | null =>
  range == null ? null : [range.low, range.high, range.open];

/** Everyone else's range of those killed. */
export const rangeOfKilled = (facts: Facts, category: Category, at: AsOf = NOW) =>
  brief(countsOf(facts, keyOfKilled(category), at)?.everyoneElse);

/** What stands of those killed, as `act: min..max`. */
export const standingKilled = (facts: Facts, category: Category, at: AsOf = NOW): readonly string[] =>
  (countsOf(facts, keyOfKilled(category), at)?.figures ?? [])
    .filter(({ place }: SaidFigure) => place === 'stands')
    .map(({ act, figure: { min, max } }) => `${act.slice(act.indexOf('-') + 1)}: ${min ?? ''}..${max ?? ''}`);

/** Where each claim stands, by act. */
export const placesOf = (facts: Facts, at: AsOf = NOW): Readonly<Record<string, string>> =>
  Object.fromEntries(
    claimHistory(facts, at).claims.map(({ act, place }) => [act.slice(act.indexOf('-') + 1), place] as const),
  );

export const findingsBy = (facts: Facts, rule: FindingRule, at: AsOf = NOW): readonly Finding[] =>
  findings(facts, at).filter((finding) => finding.rule === rule);

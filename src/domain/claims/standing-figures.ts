import type { AsOf } from '../as-of.js';
import type { Facts, Subject } from '../register/facts.js';
import { saidFigure, type SaidFigure } from './casualty-counts.js';
import { partiesToTheHarm } from './harm-parties.js';
import { contributionOf, entersRanges } from './in-range.js';
import { rangeOf, type Range } from './range.js';
import { readingOf, type Reading } from './reading.js';
import { isCounting } from './spoken.js';
import { groupBy, standingIn, type Standing } from './standing.js';

/** What stands on one line. */
export interface StandingFigure extends SaidFigure {
  readonly subject: Subject;
  readonly key: string;
  readonly slot: string | null;
  readonly line: string;
}

/** How far one party's own figures on one key reach. */
export interface PartyExtremes {
  readonly subject: Subject;
  readonly key: string;
  readonly slot: string | null;
  readonly party: string;
  readonly partyToTheHarm: boolean;
  readonly range: Range;
}

export interface StandingFigures {
  readonly figures: readonly StandingFigure[];
  readonly extremes: readonly PartyExtremes[];
}

export function standingFiguresIn(reading: Reading, standing: Standing = standingIn(reading)): StandingFigures {
  const { subject } = reading;
  const harming = partiesToTheHarm(reading, standing.standing);
  const counting = standing.standing.filter(isCounting);
  const figures = counting.map((claim) => ({
    subject,
    key: claim.key,
    slot: claim.slot,
    line: claim.line,
    ...saidFigure(claim, standing, harming, false),
  }));
  const extremes: PartyExtremes[] = [];
  for (const claims of groupBy(counting.filter(entersRanges), ({ key, party }) => `${key}|${party}`).values()) {
    const range = rangeOf(claims.map((claim) => contributionOf(claim, false)));
    const [first] = claims;
    if (range === null || first === undefined) continue;
    const { key, slot, party } = first;
    extremes.push({ subject, key, slot, party, partyToTheHarm: harming.has(party), range });
  }
  return { figures, extremes };
}

/** For lists and facets: the standing figure of every line, and how far each party's figures on each key reach. */
export const standingFigures = (facts: Facts, at: AsOf): StandingFigures => standingFiguresIn(readingOf(facts, at));

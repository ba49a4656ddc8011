import { NOW } from '../../domain/as-of.js';
import { findingsIn, type Finding } from '../../domain/claims/findings/index.js';
import { readingOf } from '../../domain/claims/reading.js';
import { standingFiguresIn, type PartyExtremes, type StandingFigure } from '../../domain/claims/standing-figures.js';
import { standingIn } from '../../domain/claims/standing.js';
import type { Facts } from '../../domain/register/facts.js';

/** What is kept of a subject's answers, unbounded in time, by table. */
export interface DerivedRows {
  readonly standing_figures: readonly StandingFigure[];
  readonly extremes: readonly PartyExtremes[];
  readonly open_findings: readonly Finding[];
}

/** An incident that was merged into another has nothing of its own: it is all under the one that survives. */
export function derivedRows(facts: Facts): DerivedRows {
  const reading = readingOf(facts, NOW);
  if (reading.subject !== facts.subject) return { standing_figures: [], extremes: [], open_findings: [] };
  const standing = standingIn(reading);
  const { figures, extremes } = standingFiguresIn(reading, standing);
  return {
    standing_figures: figures,
    extremes,
    open_findings: findingsIn(reading, standing).filter(({ status }) => status === 'open'),
  };
}

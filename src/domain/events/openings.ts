import type { Category } from '../streams.js';
import type { EventType } from './index.js';

const OPENING = {
  statement: 'StatementIssued',
  report: 'ReportPublished',
  operation: 'OperationConducted',
  incident: 'IncidentOpened',
  series: 'SeriesDefined',
  actor: 'ActorRegistered',
  source: 'SourceRegistered',
} as const satisfies Record<Category, EventType>;

/** The type of the entry that begins a stream of a category. */
export const openingOf = (category: Category): EventType => OPENING[category];

export const OPENINGS: readonly string[] = Object.values(OPENING);

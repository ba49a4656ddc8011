import type { Category } from '../../../domain/streams.js';

/** The schemas that questions are answered by. */
export type AnswerName =
  | `${Capitalize<Category>}Answer`
  | `${Capitalize<Category>}List`
  | 'CasualtyCounts'
  | 'ClaimHistory'
  | 'Claims'
  | 'CountEvolution'
  | 'Findings'
  | 'IdentifierAnswer'
  | 'IncidentHistory'
  | 'OpenFindings'
  | 'Vocabularies'
  | 'Vocabulary';

import type { JudgementRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import type { Table } from '../../../projector/table.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

/** What we judged of an incident or a series: grades, figures, places, claims set aside, findings resolved. */
export const judgements = {
  name: 'judgements',
  key: ROW_KEY,
  columns: {
    ...entryColumns<JudgementRow>(),
  },
} as const satisfies Table<KeptRow<JudgementRow>>;

export const JudgementEntity = entityOf('register', judgements);

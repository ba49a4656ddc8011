import type { SourceRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import type { Table } from '../../../projector/table.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

/** Sources and their custody: registered, archived, verified, found removed. */
export const sources = {
  name: 'sources',
  key: ROW_KEY,
  columns: {
    ...entryColumns<SourceRow>(),
  },
} as const satisfies Table<KeptRow<SourceRow>>;

export const SourceEntity = entityOf('register', sources);

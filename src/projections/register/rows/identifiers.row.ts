import type { IdentifierRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

/** Public codes of incidents, given and withdrawn. */
export const identifiers = {
  name: 'identifiers',
  key: ROW_KEY,
  columns: {
    ...entryColumns<IdentifierRow>(),
    scheme: column('text', ({ row }: KeptRow<IdentifierRow>) => row.data.scheme),
    code: column('text', ({ row }: KeptRow<IdentifierRow>) => row.data.code),
  },
} as const satisfies Table<KeptRow<IdentifierRow>>;

export const IdentifierEntity = entityOf('register', identifiers);

import type { OperationRow } from '../../../domain/register/rows.js';
import { streamOf } from '../../../domain/streams.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

const conducted = ({ row }: KeptRow<OperationRow>) => (row.type === 'OperationConducted' ? row.data : null);

/** Operations, and how sure we are of them. */
export const operations = {
  name: 'operations',
  key: ROW_KEY,
  columns: {
    ...entryColumns<OperationRow>(),
    /** Streams of the incidents it was part of; empty in an assessment. */
    incidents: column('text[]', (kept: KeptRow<OperationRow>) =>
      (conducted(kept)?.incidents ?? []).map((id) => streamOf('incident', id)),
    ),
    /** Actors, whatever their role. */
    operators: column('text[]', (kept: KeptRow<OperationRow>) =>
      (conducted(kept)?.operators ?? []).map(({ actor }) => actor),
    ),
  },
} as const satisfies Table<KeptRow<OperationRow>>;

export const OperationEntity = entityOf('register', operations);

import type { IncidentRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import { timestamp } from '../../../projector/timestamp.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

/** What was said of incidents themselves: their opening and every amendment. Columns are null where an amendment is silent. */
export const incidents = {
  name: 'incidents',
  key: ROW_KEY,
  columns: {
    ...entryColumns<IncidentRow>(),
    occurredFrom: column('timestamptz', ({ row }: KeptRow<IncidentRow>) => timestamp(row.data.occurred?.from)),
    occurredTo: column('timestamptz', ({ row }: KeptRow<IncidentRow>) => timestamp(row.data.occurred?.to)),
    label: column('json', ({ row }: KeptRow<IncidentRow>) => row.data.label ?? null),
    /** Codes of the administrative path, from the country down. */
    areas: column(
      'text[]',
      ({ row }: KeptRow<IncidentRow>) => row.data.place?.adminPath.map(({ code }) => code) ?? null,
    ),
  },
} as const satisfies Table<KeptRow<IncidentRow>>;

export const IncidentEntity = entityOf('register', incidents);

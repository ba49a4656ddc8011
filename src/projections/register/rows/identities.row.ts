import type { IdentityRow } from '../../../domain/register/rows.js';
import { streamOf } from '../../../domain/streams.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

function others({ row: { type, data } }: KeptRow<IdentityRow>): readonly string[] {
  switch (type) {
    case 'IncidentMerged':
      return [data.into];
    case 'IncidentSplit':
      return data.into;
    case 'IncidentUnmerged':
      return [data.from];
    case 'IncidentsLinked':
      return [data.to];
  }
}

/** Merges, unmerges, splits and links of incidents. */
export const identities = {
  name: 'identities',
  key: ROW_KEY,
  columns: {
    ...entryColumns<IdentityRow>(),
    /** Streams of the other incidents. */
    others: column('text[]', (kept: KeptRow<IdentityRow>) => others(kept).map((id) => streamOf('incident', id))),
  },
} as const satisfies Table<KeptRow<IdentityRow>>;

export const IdentityEntity = entityOf('register', identities);

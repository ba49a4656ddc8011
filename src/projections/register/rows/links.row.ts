import type { LinkRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

/** Links that we made between claims; each lies in the stream of the claim it goes out from. */
export const links = {
  name: 'links',
  key: ROW_KEY,
  columns: {
    ...entryColumns<LinkRow>(),
    fromRef: column('text', ({ row }: KeptRow<LinkRow>) => row.data.from),
    toRef: column('text', ({ row }: KeptRow<LinkRow>) => row.data.to),
  },
} as const satisfies Table<KeptRow<LinkRow>>;

export const LinkEntity = entityOf('register', links);

import { claimantOf, saidWhen } from '../../../domain/register/fold.js';
import type { ActRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import { timestamp } from '../../../projector/timestamp.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

/** Statements and reports without their claims. */
export const acts = {
  name: 'acts',
  key: ROW_KEY,
  columns: {
    ...entryColumns<ActRow>(),
    claimant: column('text', ({ row }: KeptRow<ActRow>) => claimantOf(row.data)),
    saidFrom: column('timestamptz', ({ row }: KeptRow<ActRow>) => timestamp(saidWhen(row.data).from)),
    saidTo: column('timestamptz', ({ row }: KeptRow<ActRow>) => timestamp(saidWhen(row.data).to)),
  },
} as const satisfies Table<KeptRow<ActRow>>;

export const ActEntity = entityOf('register', acts);

import type { ProtectionRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import type { Table } from '../../../projector/table.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

/** How closely a stream is kept, and which of its passages were erased. */
export const protections = {
  name: 'protections',
  key: ROW_KEY,
  columns: {
    ...entryColumns<ProtectionRow>(),
  },
} as const satisfies Table<KeptRow<ProtectionRow>>;

export const ProtectionEntity = entityOf('register', protections);

import type { SeriesRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import type { Table } from '../../../projector/table.js';
import { entryColumns, ROW_KEY, type KeptRow } from './kept-row.js';

/** Series and their slots. */
export const series = {
  name: 'series',
  key: ROW_KEY,
  columns: {
    ...entryColumns<SeriesRow>(),
  },
} as const satisfies Table<KeptRow<SeriesRow>>;

export const SeriesEntity = entityOf('register', series);

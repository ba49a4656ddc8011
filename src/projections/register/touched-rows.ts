import type { Family, FamilyRow } from '../../domain/register/fold.js';
import type { KeptRow } from './rows/kept-row.js';
import { FAMILIES } from './rows/index.js';
import type { PageRows } from './page-rows.js';

/** A row that a page opened or ended: the part of it that tells what has to be derived again. */
export type TouchedRow = {
  [F in Family]: { readonly family: F } & Pick<FamilyRow<F>, 'stream'> & Omit<FamilyRow<F>, keyof BookKeeping>;
}[Family];

type BookKeeping = Pick<FamilyRow, 'eventId' | 'ordinal' | 'from' | 'until' | 'recordedAt'>;

export const openedRows = ({ opened }: PageRows): readonly TouchedRow[] =>
  FAMILIES.flatMap((family) =>
    (opened[family] as readonly KeptRow[]).map(({ row }) => ({ ...row, family }) as unknown as TouchedRow),
  );

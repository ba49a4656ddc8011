import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Whether a claimant says that an operation was carried out. */
export const operationStance = vocabulary('operationStance', 1, {
  declares: { en: 'Declares', ar: 'يعلن العملية' },
  denies: { en: 'Denies', ar: 'ينفي العملية' },
});

export type OperationStance = CodeOf<typeof operationStance>;

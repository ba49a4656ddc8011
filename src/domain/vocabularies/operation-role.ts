import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** The part an actor had in an operation. */
export const operationRole = vocabulary('operationRole', 1, {
  conducted: { en: 'Conducted', ar: 'نفّذ' },
  supported: { en: 'Supported', ar: 'ساند' },
  commanded: { en: 'Commanded', ar: 'قاد' },
  partner: { en: 'Partner', ar: 'شريك' },
});

export type OperationRole = CodeOf<typeof operationRole>;

import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How sure it is that an operation took place and whose it was. */
export const operationStatus = vocabulary('operationStatus', 1, {
  declared: { en: 'Declared', ar: 'معلنة' },
  likely: { en: 'Likely', ar: 'مرجّحة' },
  contested: { en: 'Contested', ar: 'متنازع عليها' },
  single_source: { en: 'Single source', ar: 'من مصدر واحد' },
});

export type OperationStatus = CodeOf<typeof operationStatus>;

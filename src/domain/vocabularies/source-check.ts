import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What came of comparing a source with its archived copy. */
export const sourceCheck = vocabulary('sourceCheck', 1, {
  matched: { en: 'Matched', ar: 'مطابق' },
  differs: { en: 'Differs', ar: 'مختلف' },
  unavailable: { en: 'Unavailable', ar: 'غير متاح' },
});

export type SourceCheck = CodeOf<typeof sourceCheck>;

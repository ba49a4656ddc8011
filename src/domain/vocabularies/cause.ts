import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What is said to have caused the harm. */
export const cause = vocabulary('cause', 1, {
  airstrike: { en: 'Airstrike', ar: 'غارة جوية' },
  shelling: { en: 'Shelling', ar: 'قصف مدفعي أو صاروخي' },
  gunfire: { en: 'Gunfire', ar: 'إطلاق نار' },
  explosive_belt: { en: 'Explosive belt', ar: 'حزام ناسف' },
  explosion: { en: 'Explosion', ar: 'انفجار' },
  building_collapse: { en: 'Building collapse', ar: 'انهيار مبنى' },
  fire: { en: 'Fire', ar: 'حريق' },
  other: { en: 'Other', ar: 'سبب آخر' },
  unknown: { en: 'Unknown', ar: 'سبب غير معروف' },
});

export type Cause = CodeOf<typeof cause>;

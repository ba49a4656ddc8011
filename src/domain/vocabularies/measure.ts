import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What is counted of the people or events a figure is about. */
export const measure = vocabulary('measure', 1, {
  killed: { en: 'Killed', ar: 'قتلى' },
  injured: { en: 'Injured', ar: 'جرحى' },
  missing: { en: 'Missing', ar: 'مفقودون' },
  detained: { en: 'Detained', ar: 'محتجزون' },
  displaced: { en: 'Displaced', ar: 'نازحون' },
  evacuated: { en: 'Evacuated', ar: 'أشخاص جرى إجلاؤهم' },
  attacks: { en: 'Attacks', ar: 'هجمات' },
  strikes: { en: 'Strikes', ar: 'ضربات' },
  massacres: { en: 'Massacres', ar: 'مجازر' },
  died_indirectly: { en: 'Died indirectly', ar: 'وفيات غير مباشرة' },
});

export type Measure = CodeOf<typeof measure>;

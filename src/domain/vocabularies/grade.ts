import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How well civilian harm is established, by the scheme `airwars/2023`. */
export const grade = vocabulary('grade', 1, {
  confirmed: { en: 'Confirmed', ar: 'مؤكد' },
  fair: { en: 'Fair', ar: 'مدعوم بقدر معقول' },
  weak: { en: 'Weak', ar: 'ضعيف' },
  contested: { en: 'Contested', ar: 'متنازع عليه' },
  discounted: { en: 'Discounted', ar: 'مستبعد' },
  no_strike: { en: 'No strike', ar: 'لا ضربة' },
  ungraded: { en: 'Ungraded', ar: 'غير مقيَّم' },
});

export type Grade = CodeOf<typeof grade>;

import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How a claimant worded a number, which decides its bounds. */
export const qualifier = vocabulary('qualifier', 1, {
  exact: { en: 'Exactly', ar: 'بالضبط' },
  at_least: { en: 'At least', ar: 'ما لا يقل عن' },
  more_than: { en: 'More than', ar: 'أكثر من' },
  at_most: { en: 'At most', ar: 'ما لا يزيد على' },
  range: { en: 'Between', ar: 'بين حدّين' },
  approximately: { en: 'Approximately', ar: 'نحو' },
  unspecified_some: { en: 'Some, number not given', ar: 'عدد غير محدد' },
  none: { en: 'None', ar: 'لا أحد' },
});

export type Qualifier = CodeOf<typeof qualifier>;

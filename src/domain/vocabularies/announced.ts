import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Whether the source made its change known. */
export const announced = vocabulary('announced', 1, {
  yes: { en: 'Announced', ar: 'معلن' },
  not_found: { en: 'No announcement found', ar: 'لم يُعثر على إعلان' },
  unknown: { en: 'Unknown', ar: 'غير معروف' },
});

export type Announced = CodeOf<typeof announced>;

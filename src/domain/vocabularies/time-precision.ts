import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How closely a time is known. */
export const timePrecision = vocabulary('timePrecision', 1, {
  exact_time: { en: 'Exact time', ar: 'وقت محدد' },
  hour: { en: 'Hour', ar: 'ساعة' },
  part_of_day: { en: 'Part of the day', ar: 'فترة من اليوم' },
  date: { en: 'Date', ar: 'تاريخ' },
  date_range: { en: 'Date range', ar: 'فترة بين تاريخين' },
  month: { en: 'Month', ar: 'شهر' },
  year: { en: 'Year', ar: 'سنة' },
});

export type TimePrecision = CodeOf<typeof timePrecision>;

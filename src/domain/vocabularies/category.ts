import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Who or what a figure counts. */
export const category = vocabulary('category', 1, {
  person: { en: 'Person', ar: 'شخص' },
  child: { en: 'Child', ar: 'طفل (ذكر أو أنثى)' },
  girl: { en: 'Girl', ar: 'طفلة' },
  boy: { en: 'Boy', ar: 'طفل ذكر' },
  woman: { en: 'Woman', ar: 'امرأة' },
  man: { en: 'Man', ar: 'رجل' },
  elderly: { en: 'Elderly person', ar: 'مسنّ' },
  healthcare_personnel: { en: 'Healthcare personnel', ar: 'كوادر طبية' },
  journalist: { en: 'Journalist', ar: 'صحفي' },
  humanitarian: { en: 'Humanitarian worker', ar: 'عامل في المجال الإنساني' },
  civil_defence: { en: 'Civil defence worker', ar: 'عنصر دفاع مدني' },
  household: { en: 'Household', ar: 'أسرة' },
  facility: { en: 'Facility', ar: 'منشأة' },
  facility_school: { en: 'School', ar: 'مدرسة' },
  facility_medical: { en: 'Medical facility', ar: 'منشأة طبية' },
  facility_market: { en: 'Market', ar: 'سوق' },
  event: { en: 'Event', ar: 'واقعة' },
  other: { en: 'Other', ar: 'فئة أخرى' },
});

export type Category = CodeOf<typeof category>;

import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Which status the people in a figure are said to have; `any` is everybody, `not_stated` is left open by the claimant. */
export const countStatus = vocabulary('countStatus', 1, {
  any: { en: 'Any status', ar: 'أي صفة كانت' },
  civilian: { en: 'Civilian', ar: 'مدني' },
  combatant: { en: 'Combatant', ar: 'مقاتل' },
  unknown: { en: 'Unknown', ar: 'صفة غير معروفة' },
  not_stated: { en: 'Not stated', ar: 'صفة غير مذكورة' },
});

export type CountStatus = CodeOf<typeof countStatus>;

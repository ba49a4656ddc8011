import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What a claimant does about an investigation. */
export const investigationAct = vocabulary('investigationAct', 1, {
  calls_for: { en: 'Calls for', ar: 'يطالب بتحقيق' },
  announces: { en: 'Announces', ar: 'يعلن فتح تحقيق' },
  reports: { en: 'Reports', ar: 'يعرض نتائج تحقيق' },
  closes: { en: 'Closes', ar: 'يغلق التحقيق' },
});

export type InvestigationAct = CodeOf<typeof investigationAct>;

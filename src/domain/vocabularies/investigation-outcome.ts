import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What an investigation is said to have found. */
export const investigationOutcome = vocabulary('investigationOutcome', 1, {
  credible: { en: 'Credible', ar: 'ادعاء ذو مصداقية' },
  non_credible: { en: 'Not credible', ar: 'ادعاء غير ذي مصداقية' },
  duplicate: { en: 'Duplicate', ar: 'ادعاء مكرر' },
  insufficient_information: { en: 'Insufficient information', ar: 'معلومات غير كافية' },
  inconclusive: { en: 'Inconclusive', ar: 'نتيجة غير حاسمة' },
});

export type InvestigationOutcome = CodeOf<typeof investigationOutcome>;

import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What a claimant says about who is responsible. */
export const responsibilityStance = vocabulary('responsibilityStance', 1, {
  attributes: { en: 'Attributes', ar: 'ينسب المسؤولية' },
  accepts: { en: 'Accepts', ar: 'يقرّ بالمسؤولية' },
  denies: { en: 'Denies', ar: 'ينفي المسؤولية' },
  cannot_say: { en: 'Cannot say', ar: 'لا يستطيع تحديد المسؤولية' },
});

export type ResponsibilityStance = CodeOf<typeof responsibilityStance>;

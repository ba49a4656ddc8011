import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How sure the claimant said it was; a conditional claim moves no count. */
export const certainty = vocabulary('certainty', 1, {
  confirmed: { en: 'Confirmed', ar: 'مؤكد' },
  reported: { en: 'Reported', ar: 'مُبلَّغ عنه' },
  presumed: { en: 'Presumed', ar: 'مُرجَّح' },
  possible: { en: 'Possible', ar: 'محتمل' },
  conditional: { en: 'Conditional', ar: 'مشروط' },
});

export type Certainty = CodeOf<typeof certainty>;

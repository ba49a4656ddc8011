import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Whether a claimant says that it happened. */
export const occurrenceStance = vocabulary('occurrenceStance', 1, {
  affirms: { en: 'Affirms', ar: 'يؤكد الوقوع' },
  denies: { en: 'Denies', ar: 'ينفي الوقوع' },
});

export type OccurrenceStance = CodeOf<typeof occurrenceStance>;

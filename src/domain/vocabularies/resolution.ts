import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How a reviewer settled a finding. */
export const resolution = vocabulary('resolution', 1, {
  explained: { en: 'Explained', ar: 'فُسِّر' },
  corrected: { en: 'Corrected', ar: 'صُحِّح' },
  not_a_contradiction: { en: 'Not a contradiction', ar: 'ليس تناقضًا' },
  accepted_as_is: { en: 'Accepted as it is', ar: 'قُبل كما هو' },
});

export type Resolution = CodeOf<typeof resolution>;

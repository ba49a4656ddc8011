import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What a claim does to the earlier claim it names; `supplements` replaces nothing. */
export const change = vocabulary('change', 1, {
  revises: { en: 'Revises', ar: 'يعدّل' },
  retracts: { en: 'Retracts', ar: 'يسحب' },
  reaffirms: { en: 'Reaffirms', ar: 'يؤكد مجددًا' },
  supplements: { en: 'Supplements', ar: 'يستكمل' },
});

export type Change = CodeOf<typeof change>;

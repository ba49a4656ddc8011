import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What somebody is said to be responsible for. */
export const responsibilityFor = vocabulary('responsibilityFor', 1, {
  operation: { en: 'The operation', ar: 'العملية' },
  harm: { en: 'The harm', ar: 'الضرر' },
  explosion: { en: 'The explosion', ar: 'الانفجار' },
});

export type ResponsibilityFor = CodeOf<typeof responsibilityFor>;

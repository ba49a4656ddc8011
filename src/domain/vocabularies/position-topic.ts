import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What a stand is about. */
export const positionTopic = vocabulary('positionTopic', 1, {
  operation: { en: 'The operation', ar: 'العملية' },
  harm: { en: 'The harm', ar: 'الضرر' },
  counter_terrorism: { en: 'Counter-terrorism', ar: 'مكافحة الإرهاب' },
  sovereignty: { en: 'Sovereignty', ar: 'السيادة' },
  investigation: { en: 'Investigation', ar: 'التحقيق' },
  accountability: { en: 'Accountability', ar: 'المساءلة' },
  redress: { en: 'Redress', ar: 'جبر الضرر' },
  other: { en: 'Other', ar: 'موضوع آخر' },
});

export type PositionTopic = CodeOf<typeof positionTopic>;

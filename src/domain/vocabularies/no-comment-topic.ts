import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What a claimant declined to speak about. */
export const noCommentTopic = vocabulary('noCommentTopic', 1, {
  harm: { en: 'The harm', ar: 'الضرر' },
  responsibility: { en: 'Responsibility', ar: 'المسؤولية' },
  investigation: { en: 'Investigation', ar: 'التحقيق' },
});

export type NoCommentTopic = CodeOf<typeof noCommentTopic>;

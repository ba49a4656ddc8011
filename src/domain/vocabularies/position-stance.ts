import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** The stand a claimant takes; it moves no count. */
export const positionStance = vocabulary('positionStance', 1, {
  supports: { en: 'Supports', ar: 'يؤيد' },
  condemns: { en: 'Condemns', ar: 'يدين' },
  justifies: { en: 'Justifies', ar: 'يبرر' },
  demands: { en: 'Demands', ar: 'يطالب' },
  regrets: { en: 'Regrets', ar: 'يأسف' },
  apologises: { en: 'Apologises', ar: 'يعتذر' },
  offers_redress: { en: 'Offers redress', ar: 'يعرض جبر الضرر' },
});

export type PositionStance = CodeOf<typeof positionStance>;

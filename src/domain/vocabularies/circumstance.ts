import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** The circumstance that sets the people in a figure apart from others who were harmed. */
export const circumstance = vocabulary('circumstance', 1, {
  famine: { en: 'Famine', ar: 'مجاعة' },
  seeking_aid: { en: 'While seeking aid', ar: 'أثناء السعي للحصول على المساعدات' },
  during_truce: { en: 'During a truce', ar: 'خلال هدنة' },
  bodies_recovered: { en: 'Bodies recovered', ar: 'جثامين منتشلة' },
  died_of_wounds: { en: 'Died of wounds', ar: 'الوفاة متأثرًا بالجراح' },
  accepted_by_committee: { en: 'Accepted by a committee', ar: 'حالات اعتمدتها لجنة' },
  other: { en: 'Other', ar: 'ظرف آخر' },
});

export type Circumstance = CodeOf<typeof circumstance>;

import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How a claimant came to know a figure. */
export const figureBasis = vocabulary('figureBasis', 1, {
  named: { en: 'Individuals named', ar: 'أفراد معروفون بالاسم' },
  bodies_seen: { en: 'Bodies seen', ar: 'جثامين شوهدت' },
  aggregate: { en: 'Aggregate', ar: 'حصيلة مجمّعة' },
  model: { en: 'Statistical model', ar: 'نموذج إحصائي' },
  verified: { en: 'Verified', ar: 'حصيلة متحقَّق منها' },
  flash: { en: 'Flash report', ar: 'تقرير عاجل' },
  carried_forward: { en: 'Carried forward', ar: 'رقم مرحَّل من حصيلة سابقة' },
});

export type FigureBasis = CodeOf<typeof figureBasis>;

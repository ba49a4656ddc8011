import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** The rules by which contradictions, breaks in a series and anomalies are found. */
export const findingRule = vocabulary('findingRule', 1, {
  range_disjoint: { en: 'Ranges do not meet', ar: 'نطاقات لا تتقاطع' },
  responsibility: { en: 'Responsibility disputed', ar: 'خلاف على المسؤولية' },
  occurrence: { en: 'Occurrence disputed', ar: 'خلاف على وقوع الحادثة' },
  civilian_status: { en: 'Civilian status disputed', ar: 'خلاف على الصفة المدنية' },
  self_contradiction: { en: 'Contradicts itself', ar: 'تناقض ذاتي' },
  relay_differs: { en: 'Relay differs from its origin', ar: 'نقل يخالف الأصل' },
  vintage_mismatch: { en: 'Reports differ on the same period', ar: 'اختلاف بين التقارير عن الفترة نفسها' },
  series_decrease: { en: 'Running total fell', ar: 'انخفاض الحصيلة التراكمية' },
  sum_mismatch: { en: 'Sum does not agree', ar: 'مجموع غير مطابق' },
  min_above_max: { en: 'Minimum above maximum', ar: 'حد أدنى يفوق الحد الأقصى' },
  part_above_whole: { en: 'Part above its whole', ar: 'جزء يفوق الكل' },
  negative: { en: 'Negative figure', ar: 'رقم سالب' },
  said_before_it_happened: { en: 'Said before it happened', ar: 'قيل قبل وقوع الحادثة' },
  supersedes_the_future: { en: 'Supersedes a later claim', ar: 'يحلّ محلّ قول لاحق' },
  period_after_issue: { en: 'Period ends after publication', ar: 'فترة تمتد إلى ما بعد النشر' },
  double_superseded: { en: 'Superseded twice', ar: 'قول حلّ محلّه قولان' },
  link_broken: { en: 'Link broken', ar: 'رابط غير صالح' },
  circle: { en: 'Circle of links', ar: 'روابط دائرية' },
  bad_coordinates: { en: 'Impossible coordinates', ar: 'إحداثيات غير صحيحة' },
});

export type FindingRule = CodeOf<typeof findingRule>;

import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** What sort of thing a claim says; one claim says one thing. */
export const claimKind = vocabulary('claimKind', 1, {
  count: { en: 'Count', ar: 'حصيلة' },
  responsibility: { en: 'Responsibility', ar: 'المسؤولية' },
  occurrence: { en: 'Occurrence', ar: 'وقوع الحادثة' },
  operation: { en: 'Operation', ar: 'عملية' },
  civilian_status: { en: 'Civilian status', ar: 'الصفة المدنية' },
  location: { en: 'Location', ar: 'الموقع' },
  grade: { en: 'Grade', ar: 'درجة التقييم' },
  operation_status: { en: 'Operation status', ar: 'حالة العملية' },
  cause: { en: 'Cause', ar: 'السبب' },
  investigation: { en: 'Investigation', ar: 'تحقيق' },
  position: { en: 'Position', ar: 'موقف' },
  no_comment: { en: 'No comment', ar: 'امتناع عن التعليق' },
});

export type ClaimKind = CodeOf<typeof claimKind>;

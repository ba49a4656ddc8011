import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Why a source changed what it says. */
export const changeReason = vocabulary('changeReason', 1, {
  new_bodies_found: { en: 'New bodies found', ar: 'العثور على جثامين جديدة' },
  died_of_wounds: { en: 'Died of wounds', ar: 'الوفاة متأثرًا بالجراح' },
  late_reporting: { en: 'Late reporting', ar: 'تأخر التبليغ' },
  identity_resolved: { en: 'Identity resolved', ar: 'تحديد الهوية' },
  duplicate_removed: { en: 'Duplicate removed', ar: 'حذف حالة مكررة' },
  reclassified_status: { en: 'Status reclassified', ar: 'إعادة تصنيف الصفة' },
  scope_changed: { en: 'Scope changed', ar: 'تغيّر النطاق' },
  method_changed: { en: 'Method changed', ar: 'تغيّر المنهجية' },
  investigation_result: { en: 'Result of an investigation', ar: 'نتيجة تحقيق' },
  policy: { en: 'Policy', ar: 'سياسة متّبعة' },
  unexplained: { en: 'Unexplained', ar: 'بلا تفسير' },
});

export type ChangeReason = CodeOf<typeof changeReason>;

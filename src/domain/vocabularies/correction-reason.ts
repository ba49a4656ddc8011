import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Why an entry of ours was wrong. */
export const correctionReason = vocabulary('correctionReason', 1, {
  transcription: { en: 'Transcription', ar: 'خطأ في النقل' },
  translation: { en: 'Translation', ar: 'خطأ في الترجمة' },
  wrong_source: { en: 'Wrong source', ar: 'مصدر خاطئ' },
  wrong_incident: { en: 'Wrong incident', ar: 'حادثة خاطئة' },
  duplicate_entry: { en: 'Duplicate entry', ar: 'قيد مكرر' },
  import_bug: { en: 'Import bug', ar: 'خلل في الاستيراد' },
  protection: { en: 'Protection', ar: 'دواعي الحماية' },
});

export type CorrectionReason = CodeOf<typeof correctionReason>;

import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Why we leave a claim out of ranges, visibly. */
export const setAsideReason = vocabulary('setAsideReason', 1, {
  early_partial_count: { en: 'Early partial count', ar: 'حصيلة أولية جزئية' },
  superseded_by_recorder: { en: 'Superseded, as judged by the recorder', ar: 'تجاوزه قول آخر بتقدير المسجِّل' },
  duplicate_of_claim: { en: 'Duplicate of another claim', ar: 'تكرار لقول آخر' },
  out_of_scope: { en: 'Out of scope', ar: 'خارج النطاق' },
  unreliable: { en: 'Unreliable', ar: 'غير موثوق' },
  other: { en: 'Other', ar: 'سبب آخر' },
});

export type SetAsideReason = CodeOf<typeof setAsideReason>;

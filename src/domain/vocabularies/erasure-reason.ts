import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Why a passage was emptied. */
export const erasureReason = vocabulary('erasureReason', 1, {
  protection: { en: 'Protection', ar: 'حماية الأشخاص' },
  consent: { en: 'Consent withdrawn or not given', ar: 'سحب الموافقة أو عدم منحها' },
  legal_order: { en: 'Legal order', ar: 'أمر قضائي أو قانوني' },
});

export type ErasureReason = CodeOf<typeof erasureReason>;

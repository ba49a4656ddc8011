import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** Who may see something, from everybody to the fewest. */
export const protectionLevel = vocabulary('protectionLevel', 1, {
  public: { en: 'Public', ar: 'علني' },
  restricted: { en: 'Restricted', ar: 'مقيَّد' },
  confidential: { en: 'Confidential', ar: 'سري' },
});

export type ProtectionLevel = CodeOf<typeof protectionLevel>;

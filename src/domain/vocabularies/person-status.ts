import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** The status a claimant gives to one person. */
export const personStatus = vocabulary('personStatus', 1, {
  civilian: { en: 'Civilian', ar: 'مدني' },
  combatant: { en: 'Combatant', ar: 'مقاتل' },
  hors_de_combat: { en: 'Hors de combat', ar: 'عاجز عن القتال' },
  unknown: { en: 'Unknown', ar: 'غير معروف' },
});

export type PersonStatus = CodeOf<typeof personStatus>;

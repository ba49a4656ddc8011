import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How one incident stands to another. */
export const incidentLink = vocabulary('incidentLink', 1, {
  same_operation: { en: 'Same operation', ar: 'ضمن العملية نفسها' },
  follows: { en: 'Follows', ar: 'تلي' },
  precedes: { en: 'Precedes', ar: 'تسبق' },
  same_place: { en: 'Same place', ar: 'في المكان نفسه' },
  related: { en: 'Related', ar: 'ذات صلة' },
});

export type IncidentLink = CodeOf<typeof incidentLink>;

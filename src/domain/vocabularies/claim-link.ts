import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How we join two claims that were recorded out of order. */
export const claimLink = vocabulary('claimLink', 1, {
  supersedes: { en: 'Supersedes', ar: 'يحلّ محلّ' },
  relays: { en: 'Relays', ar: 'ينقل عن' },
});

export type ClaimLink = CodeOf<typeof claimLink>;

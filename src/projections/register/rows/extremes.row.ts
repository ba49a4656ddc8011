import type { PartyExtremes } from '../../../domain/claims/standing-figures.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';

/** How far each party's own figures on a key reach now. */
export const extremes = {
  name: 'extremes',
  key: ['subject', 'key', 'party'],
  columns: {
    subject: column('text', ({ subject }: PartyExtremes) => subject),
    key: column('text', ({ key }: PartyExtremes) => key),
    slot: column('text', ({ slot }: PartyExtremes) => slot),
    party: column('text', ({ party }: PartyExtremes) => party),
    partyToTheHarm: column('boolean', ({ partyToTheHarm }: PartyExtremes) => partyToTheHarm),
    low: column('numeric', ({ range }: PartyExtremes) => range.low),
    high: column('numeric', ({ range }: PartyExtremes) => range.high),
    open: column('boolean', ({ range }: PartyExtremes) => range.open),
    range: column('json', ({ range }: PartyExtremes) => range),
  },
} as const satisfies Table<PartyExtremes>;

export const ExtremesEntity = entityOf('register', extremes);

import type { Affiliation } from '../../domain/values/affiliation.js';
import { may, must, oneOrMore, record, shortOrLong } from '../reading/records.js';
import { mapped, named, type Reading } from '../reading/reading.js';
import { id } from '../reading/scalars.js';
import { calendarDate } from '../words/calendar-date.js';
import { stated } from '../words/stated.js';

/** What an actor is part or member of, and from when to when. */
export const affiliations: Reading<readonly Affiliation[]> = named(
  'affiliations',
  oneOrMore(
    shortOrLong(
      mapped(id, (actor): Affiliation => ({ actor })),
      mapped(
        record({
          actor: must(id, 'the greater actor'),
          from: may(calendarDate, 'the first day'),
          to: may(calendarDate, 'the first day on which it no longer was'),
        }),
        ({ actor, from, to }) => stated<Affiliation>({ actor, from, to }),
      ),
    ),
  ),
);

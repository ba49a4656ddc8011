import { isCalendarDate } from '../../domain/schema/calendar.js';
import { DATE } from '../../domain/schema/forms.js';
import type { Reading } from '../reading/reading.js';

/** A date of the calendar, alone. */
export const calendarDate: Reading<string> = {
  read: (value, at, { report }) =>
    typeof value === 'string' && isCalendarDate(value)
      ? value
      : void report(at, 'This must be a date that exists, such as 2022-02-03.'),
  schema: () => ({ type: 'string', pattern: DATE }),
};

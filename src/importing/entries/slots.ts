import { MEANT_AS_DATE } from '../../domain/schema/forms.js';
import type { Slots } from '../../domain/values/slots.js';
import { entriesOf } from '../reading/records.js';
import type { Reading } from '../reading/reading.js';
import { id } from '../reading/scalars.js';
import { calendarDate } from '../words/calendar-date.js';

const PERIOD = new RegExp(`^(${MEANT_AS_DATE}) to (${MEANT_AS_DATE})$`);

/** `2015-09-30 to 2016-09-30`, both days included. */
const period: Reading<{ readonly from: string; readonly to: string }> = {
  read(value, at, file) {
    const found = typeof value === 'string' ? PERIOD.exec(value) : null;
    if (found === null)
      return void file.report(at, 'This must be a period such as 2015-09-30 to 2016-09-30; both days belong to it.');
    const [from, to] = [calendarDate.read(found[1]!, at, file), calendarDate.read(found[2]!, at, file)];
    if (from === undefined || to === undefined) return undefined;
    return from <= to ? { from, to } : void file.report(at, 'This period ends before it begins.');
  },
  schema: () => ({ type: 'string', pattern: PERIOD.source }),
};

/** The slots of a series. */
export const slots: Reading<Slots> = {
  read(value, at, file) {
    if (value === 'daily') return 'daily';
    const read = entriesOf(period, id).read(value, at, file);
    if (read?.length === 0) return void file.report(at, 'A series needs a slot, or "daily".');
    return read?.map(({ name, value: days }) => ({ slot: name, ...days }));
  },
  schema: (definitions) => ({
    anyOf: [{ const: 'daily' }, { minProperties: 1, ...entriesOf(period, id).schema(definitions) }],
  }),
};

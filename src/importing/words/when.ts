import { Temporal } from 'temporal-polyfill';
import { MEANT_AS_DATE } from '../../domain/schema/forms.js';
import type { When } from '../../domain/values/when.js';
import { timePrecision } from '../../domain/vocabularies/time-precision.js';
import { may, must, record, shortOrLong } from '../reading/records.js';
import { mapped, named, type FileContext, type Reading } from '../reading/reading.js';
import { code, flag } from '../reading/scalars.js';
import type { YamlValue } from '../reading/parse-yaml.js';
import { stated } from './stated.js';

const YEAR = /^\d{4}$/;
const MONTH = /^\d{4}-\d{2}$/;
const OFFSET = '(Z|[+-]\\d{2}:\\d{2})';
const DATE = new RegExp(`^${MEANT_AS_DATE}$`);
const HOUR = new RegExp(`^(${MEANT_AS_DATE}T\\d{2})${OFFSET}?$`);
const MOMENT = new RegExp(`^(${MEANT_AS_DATE}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)${OFFSET}?$`);
const RANGE = new RegExp(`^(${MEANT_AS_DATE}) to (${MEANT_AS_DATE})$`);
const ABOUT = /^(?:about |~ ?)(.+)$/;

const plainTime = { fractionalSecondDigits: 'auto' } as const;
const written = (moment: Temporal.ZonedDateTime): string => moment.toString({ timeZoneName: 'never', ...plainTime });
const midnight = (date: Temporal.PlainDate, zone: string): string => written(date.toZonedDateTime({ timeZone: zone }));
const calendarDate = (text: string) => Temporal.PlainDate.from(text, { overflow: 'reject' });

/** The zone in which a time is written: the offset where there is one, the zone otherwise. An hour that a clock change skips or repeats is refused. */
const moment = (local: string, offset: string | undefined, zone: string): Temporal.ZonedDateTime => {
  const time = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  const inZone = offset === 'Z' ? '+00:00' : (offset ?? zone);
  return time.toZonedDateTime(inZone, { disambiguation: 'reject' });
};

type Interval = Pick<When, 'from' | 'to' | 'precision'>;
const days = (from: string, to: string, zone: string, precision: When['precision']): Interval => ({
  from: midnight(calendarDate(from), zone),
  to: midnight(calendarDate(to).add({ days: 1 }), zone),
  precision,
});

/** The interval that a date or time means in a zone; undefined where the text has none of the known forms. Throws a RangeError for impossible dates. */
export function intervalOf(text: string, zone: string): Interval | undefined {
  if (DATE.test(text)) return days(text, text, zone, 'date');
  if (MONTH.test(text) || YEAR.test(text)) {
    const first = calendarDate(MONTH.test(text) ? `${text}-01` : `${text}-01-01`);
    const next = first.add(MONTH.test(text) ? { months: 1 } : { years: 1 });
    return { from: midnight(first, zone), to: midnight(next, zone), precision: MONTH.test(text) ? 'month' : 'year' };
  }
  const range = RANGE.exec(text);
  if (range !== null) return days(range[1]!, range[2]!, zone, 'date_range');
  const hour = HOUR.exec(text);
  if (hour !== null) {
    const from = moment(`${hour[1]}:00`, hour[2], zone);
    return { from: written(from), to: written(from.add({ hours: 1 })), precision: 'hour' };
  }
  const exact = MOMENT.exec(text);
  if (exact === null) return undefined;
  const at = written(moment(exact[1]!, exact[2], zone));
  return { from: at, to: at, precision: 'exact_time' };
}

const FORMS =
  '2022-02-03, 2022-02, 2022, 2022-02-03 to 2022-02-05, 2022-02-03T09+02:00 (that hour), 2022-02-03T09:30+02:00, or "about" before a date';

interface Told {
  readonly interval: Interval;
  readonly approximate: boolean;
}

function told(value: YamlValue, at: string, zone: string, { report, datesApproximate }: FileContext): Told | undefined {
  const whole = typeof value === 'number' ? String(value) : value;
  if (typeof whole !== 'string') return void report(at, `This must be a date or a time: ${FORMS}.`);
  const roughly = ABOUT.exec(whole.trim());
  const text = roughly?.[1] ?? whole.trim();
  try {
    const interval = intervalOf(text, zone);
    if (interval === undefined) return void report(at, `"${whole}" is not a date or a time in a known form: ${FORMS}.`);
    if (Date.parse(interval.to) < Date.parse(interval.from))
      return void report(at, `"${whole}" ends before it begins.`);
    return { interval, approximate: roughly !== null || (datesApproximate && DATE.test(text)) };
  } catch (error) {
    if (error instanceof RangeError) return void report(at, `"${whole}" is not a date or time that exists in ${zone}.`);
    throw error;
  }
}

const short: Reading<{ readonly told: YamlValue }> = {
  read: (value) => ({ told: value }),
  schema: () => ({ anyOf: [{ type: 'string' }, { type: 'integer' }], description: FORMS }),
};

/** An IANA time zone such as `Asia/Damascus`. */
export const zoneName: Reading<string> = {
  read(value, at, { report }) {
    if (typeof value === 'string' && isZone(value)) return value;
    return void report(at, 'This must be an IANA time zone such as Asia/Damascus.');
  },
  schema: () => ({ type: 'string' }),
};

function isZone(name: string): boolean {
  try {
    return /^[A-Z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const instantText: Reading<YamlValue> = { read: (value) => value, schema: () => ({ type: 'string' }) };

const one = record({
  at: must(instantText, 'a date or a time in any of the short forms'),
  zone: may(zoneName, 'the time zone it was said in, if it is not the zone of the file'),
  approximate: may(flag, 'it is known approximately only'),
});

const span = record({
  from: must(instantText, 'the earliest it can have been'),
  to: must(instantText, 'the latest it can have been'),
  precision: must(code(timePrecision), 'how exactly it is known'),
  zone: may(zoneName, 'the time zone, if it is not the zone of the file'),
  approximate: may(flag, 'it is known approximately only'),
});

/** A time as well as it is known. */
export const when: Reading<When> = named('when', {
  read(value, at, file) {
    if (value instanceof Map && (value.has('from') || value.has('to'))) return spanned.read(value, at, file);
    return single.read(value, at, file);
  },
  schema: (definitions) => ({ anyOf: [short.schema(definitions), one.schema(definitions), span.schema(definitions)] }),
});

const single: Reading<When> = shortOrLong(
  mapped(short, (words, at, file) => finished(told(words.told, at, file.zone, file), file.zone)),
  mapped(one, (words, at, file) => {
    const zone = words.zone ?? file.zone;
    return finished(told(words.at, `${at}/at`, zone, file), zone, words.approximate);
  }),
);

const spanned: Reading<When> = mapped(span, (words, at, file) => {
  const zone = words.zone ?? file.zone;
  const from = told(words.from, `${at}/from`, zone, file);
  const to = told(words.to, `${at}/to`, zone, file);
  if (from === undefined || to === undefined) return undefined;
  if (Date.parse(to.interval.to) < Date.parse(from.interval.from))
    return void file.report(at, 'This ends before it begins.');
  const interval = { from: from.interval.from, to: to.interval.to, precision: words.precision };
  return finished({ interval, approximate: from.approximate || to.approximate }, zone, words.approximate);
});

function finished(time: Told | undefined, zone: string, approximate = time?.approximate): When | undefined {
  if (time === undefined) return undefined;
  return stated<When>({ ...time.interval, approximate: approximate === true ? true : undefined, zone });
}

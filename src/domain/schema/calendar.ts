import { DATE, INSTANT } from './forms.js';

const zones = new Set<string>();
const [date, instant] = [new RegExp(DATE, 'u'), new RegExp(INSTANT, 'u')];

/** Whether the day that a date or instant begins with is one of the calendar: 30 February is not. */
export function isRealDate(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A date that exists, `YYYY-MM-DD`. */
export const isCalendarDate = (text: string): boolean => date.test(text) && isRealDate(text);

/** An instant with its offset, on a day that exists. */
export const isInstant = (text: string): boolean => instant.test(text) && isRealDate(text);

/** Whether this is a time zone of the IANA database. */
export function isZone(text: string): boolean {
  if (zones.has(text)) return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: text });
  } catch {
    return false;
  }
  zones.add(text);
  return true;
}

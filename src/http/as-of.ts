import { Temporal } from 'temporal-polyfill';
import type { Instant, Position } from '../domain/envelope.js';
import { isCalendarDate, isInstant } from '../domain/schema/calendar.js';
import { InvalidQuery } from './problems/request-errors.js';

/** A moment as people ask about it: an instant, or a whole day, which means its end somewhere. */
export type Moment =
  { readonly kind: 'instant'; readonly instant: Instant } | { readonly kind: 'date'; readonly date: string };

/** What every question about the past may say (design §5). */
export interface AsOfQuery {
  readonly claimed: Moment | null;
  readonly recorded: Moment | { readonly kind: 'position'; readonly position: Position } | null;
  /** The zone asked for; where none is, a date ends in the incident's. */
  readonly zone: string | null;
  /** Answer only once the model has reached this position. */
  readonly after: Position | null;
}

export interface PageQuery {
  readonly limit: number;
  readonly cursor: string | null;
}

type Query = Readonly<Record<string, unknown>>;

const POSITION = /^[0-9][0-9-]{0,63}$/;
const MOMENT = 'an instant such as 2022-02-03T22:00Z or a date such as 2022-02-03';
export const DEFAULT_LIMIT = 50;
export const GREATEST_LIMIT = 200;

export function asOfIn(query: Query): AsOfQuery {
  return {
    claimed: momentIn(query, 'claimedAsOf'),
    recorded: recordedIn(query),
    zone: zoneIn(query),
    after: positionIn(query, 'after'),
  };
}

export function pageIn(query: Query): PageQuery {
  const limit = textIn(query, 'limit');
  if (limit !== null && !(/^\d{1,4}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= GREATEST_LIMIT)) {
    throw new InvalidQuery('limit', `a whole number from 1 to ${GREATEST_LIMIT}`);
  }
  return { limit: limit === null ? DEFAULT_LIMIT : Number(limit), cursor: textIn(query, 'cursor') };
}

/** The instant a moment means: a date ends at the next local midnight. */
export function instantOf(moment: Moment, zone: string | null | undefined): Instant {
  if (moment.kind === 'instant') return moment.instant;
  const day = Temporal.PlainDate.from(moment.date).add({ days: 1 });
  return day
    .toZonedDateTime(zone ?? 'UTC')
    .toInstant()
    .toString();
}

export function momentIn(query: Query, parameter: string): Moment | null {
  const text = textIn(query, parameter);
  if (text === null) return null;
  const moment = readMoment(text);
  if (!moment) throw new InvalidQuery(parameter, MOMENT);
  return moment;
}

function recordedIn(query: Query): AsOfQuery['recorded'] {
  const text = textIn(query, 'recordedAsOf');
  if (text === null) return null;
  const moment = readMoment(text);
  if (moment) return moment;
  if (!looksLikeTime(text) && POSITION.test(text)) return { kind: 'position', position: text };
  throw new InvalidQuery('recordedAsOf', `${MOMENT}, or a position in the log`);
}

function positionIn(query: Query, parameter: string): Position | null {
  const text = textIn(query, parameter);
  if (text !== null && !POSITION.test(text)) throw new InvalidQuery(parameter, 'a position in the log');
  return text;
}

function zoneIn(query: Query): string | null {
  const text = textIn(query, 'zone');
  if (text === null) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidQuery('zone', 'an IANA time zone such as Asia/Damascus');
  }
}

function readMoment(text: string): Moment | null {
  if (isCalendarDate(text)) return within({ kind: 'date', date: text });
  if (isInstant(text)) return within({ kind: 'instant', instant: Temporal.Instant.from(text).toString() });
  return null;
}

/** In every zone, and a day later too, the year has four digits and is one that databases know. */
function within(moment: Moment): Moment | null {
  const [, year] = /^(\d{4})-/.exec(moment.kind === 'date' ? moment.date : moment.instant) ?? [];
  return Number(year) > 1 && Number(year) < 9999 ? moment : null;
}

/** `2022-02-31` is no position, whatever else it is not. */
const looksLikeTime = (text: string): boolean => /^\d{4}-\d/.test(text);

/** A parameter given twice says two things, so it says nothing. A "+" in a query is a space, so offsets come with one. */
function textIn(query: Query, parameter: string): string | null {
  const value = query[parameter];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw new InvalidQuery(parameter, 'given once');
  return value.replace(/^(\d{4}-\d{2}-\d{2}T[\d:.]+) (\d{2}:\d{2})$/, '$1+$2');
}

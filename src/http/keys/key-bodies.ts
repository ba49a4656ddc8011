import { isCalendarDate, isInstant } from '../../domain/schema/calendar.js';
import { KeyNotPossible } from '../../access/errors.js';
import type { KeyWish } from '../../access/api-keys.js';
import type { Role } from '../../access/principal.js';

type Fields = Readonly<Record<string, unknown>>;

/** Two days: long enough to bring a new key to everything that used the old one. */
export const DEFAULT_OVERLAP = 172_800;
export const GREATEST_OVERLAP = 2_592_000;

export function keyWishIn(body: unknown): KeyWish {
  const { principal, role, expiresAt } = fieldsIn(body, ['principal', 'role', 'expiresAt']);
  if (typeof principal !== 'string') throw new KeyNotPossible('Say who will hold the key.', '/principal');
  if (typeof role !== 'string') throw new KeyNotPossible('Say which role the key will have.', '/role');
  return { principal, role: role as Role, ...(expiresAt !== undefined && { expiresAt: instantIn(expiresAt) }) };
}

/** For how many seconds the old secret stays valid beside the new one. */
export function overlapIn(body: unknown): number {
  const { overlapSeconds = DEFAULT_OVERLAP } = body === undefined ? {} : fieldsIn(body, ['overlapSeconds']);
  const seconds = Number.isInteger(overlapSeconds) ? (overlapSeconds as number) : -1;
  if (seconds >= 0 && seconds <= GREATEST_OVERLAP) return seconds;
  throw new KeyNotPossible(`It must be whole seconds, from 0 to ${GREATEST_OVERLAP} (30 days).`, '/overlapSeconds');
}

function fieldsIn(body: unknown, known: readonly string[]): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new KeyNotPossible('The body must be a JSON object.');
  }
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new KeyNotPossible(`There are only the fields ${known.join(', ')}.`);
  return body as Fields;
}

function instantIn(value: unknown): Date {
  if (typeof value === 'string' && (isCalendarDate(value) || isInstant(value))) return new Date(value);
  throw new KeyNotPossible('It must be an instant or a date, such as 2027-01-31.', '/expiresAt');
}

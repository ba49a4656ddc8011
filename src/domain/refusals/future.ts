import { DomainError } from '../domain-error.js';
import { instant, type Instant } from '../envelope.js';
import type { When } from '../values/when.js';

const SKEW_MS = 60_000;

/**
 * Times of what happened, was said or was decided. The period that a report covers is not among them: that is what it says,
 * and is flagged.
 */
const HAPPENED = [
  'occurred',
  'issuedAt',
  'publishedAt',
  'declaredAt',
  'effective',
  'decidedAt',
  'archivedAt',
  'verifiedAt',
  'foundAt',
] as const;

export class InTheFuture extends DomainError {
  readonly code = 'in-the-future';

  constructor(from: Instant, pointer: string) {
    super(`${from} has not come yet. Record what has happened, once it has.`, pointer);
  }
}

/** Refuses data, or a correction's data, that tells of a time more than a minute after `now`. */
export function notInTheFuture(data: object, now: Instant): void {
  check(data, now, '');
  const after = (data as { readonly after?: unknown }).after;
  if (typeof after === 'object' && after !== null) check(after, now, '/after');
}

function check(data: object, now: Instant, pointer: string): void {
  const times = data as { readonly [name in (typeof HAPPENED)[number]]?: When };
  for (const name of HAPPENED) {
    const from = times[name]?.from;
    if (from !== undefined && instant(from) > instant(now) + SKEW_MS) {
      throw new InTheFuture(from, `${pointer}/${name}/from`);
    }
  }
}

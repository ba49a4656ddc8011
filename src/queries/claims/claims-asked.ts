import { Temporal } from 'temporal-polyfill';
import type { ClaimKind } from '../../domain/claims/claim.js';
import type { Instant } from '../../domain/envelope.js';
import { claimKind } from '../../domain/vocabularies/claim-kind.js';
import { instantOf, momentIn, type Moment } from '../../http/as-of.js';
import { InvalidQuery } from '../../http/problems/request-errors.js';
import type { Asked } from '../../http/reads/asked.js';

/** Which claims of the whole register are asked for. */
export interface ClaimsAsked {
  readonly saidFrom: Instant | null;
  /** Exclusive: what was said in a time that begins then is not meant. */
  readonly saidTo: Instant | null;
  readonly claimant: string | null;
  readonly party: string | null;
  readonly kind: ClaimKind | null;
}

export function claimsAskedIn({ own, asOf }: Asked): ClaimsAsked {
  const { claimant = null, party = null, kind = null } = own;
  if (kind !== null && !claimKind.codes.some((code) => code === kind)) {
    throw new InvalidQuery('kind', `one of ${claimKind.codes.join(', ')}`);
  }
  const [from, to] = [momentIn(own, 'saidFrom'), momentIn(own, 'saidTo')];
  const saidFrom = from && beginningOf(from, asOf.zone);
  const saidTo = to && instantOf(to, asOf.zone);
  if (saidFrom !== null && saidTo !== null && Date.parse(saidTo) <= Date.parse(saidFrom)) {
    throw new InvalidQuery('saidTo', 'later than saidFrom');
  }
  return {
    saidFrom,
    saidTo,
    claimant,
    party,
    kind: kind as ClaimKind | null,
  };
}

/** A date begins at its local midnight. */
export function beginningOf(moment: Moment, zone: string | null): Instant {
  if (moment.kind === 'instant') return moment.instant;
  return Temporal.PlainDate.from(moment.date)
    .toZonedDateTime(zone ?? 'UTC')
    .toInstant()
    .toString();
}

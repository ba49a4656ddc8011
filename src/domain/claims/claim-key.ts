import type { Counted } from '../values/counted.js';
import type { CountStatus } from '../vocabularies/civilian-status.js';
import type { Tally } from '../vocabularies/tally.js';
import type { Claim } from './claim.js';
import type { About } from './kinds/claim-base.js';

/** Unstated is `any` for people at large and `not_stated` for everybody and everything else. */
export const statusOf = ({ status, category }: Counted): CountStatus =>
  status ?? (category === 'person' ? 'any' : 'not_stated');

export const tallyOf = ({ tally }: Counted): Tally => tally ?? 'occurred';

const many = (name: string, values: readonly string[] | undefined) =>
  values === undefined ? [] : [`${name}=${[...new Set(values)].sort().join('+')}`];
const one = (name: string, value: string | undefined) => (value === undefined ? [] : [`${name}=${value}`]);

/** What is counted, as text: `count killed child not_stated occurred by=us`. Equal text means like with like. */
export function countedKey(counted: Counted): string {
  const { measure, category, attributedTo, of, means, circumstance, subgroup, label } = counted;
  return [
    'count',
    measure,
    category,
    statusOf(counted),
    tallyOf(counted),
    ...many('by', attributedTo),
    ...one('of', of),
    ...many('means', means),
    ...one('circumstance', circumstance),
    ...one('subgroup', subgroup),
    ...one('label', label && JSON.stringify(label.map(({ lang, text }) => [lang, text]).sort())),
  ].join(' ');
}

/**
 * What a claim is about beside its subject: the comparability key of a count, and of every other kind that on which
 * somebody's last stance stands.
 */
export function keyOf(claim: Claim): string {
  switch (claim.kind) {
    case 'count':
      return countedKey(claim.counted);
    case 'responsibility':
      return `responsibility ${claim.for}`;
    case 'operation':
      return `operation ${claim.operation} ${claim.role}`;
    case 'civilian_status':
      return `civilian_status ${claim.who}`;
    case 'position':
    case 'no_comment':
      return `${claim.kind} ${claim.topic}`;
    case 'investigation':
      return ['investigation', ...many('addressed', claim.addressedTo)].join(' ');
    case 'grade':
      return `grade ${claim.scheme}`;
    case 'operation_status':
      return ['operation_status', ...one('operation', claim.operation)].join(' ');
    case 'occurrence':
    case 'location':
    case 'cause':
      return claim.kind;
  }
}

/** `other` is told apart only by its label, and compares with nothing. */
export const comparable = ({ category, means, circumstance }: Counted): boolean =>
  category !== 'other' && circumstance !== 'other' && means?.includes('other') !== true;

/** Whether two claims are about the same slot, or have an incident in common; `identity` tells what merges made of one. */
export function sameSubject(
  a: About,
  b: About,
  identity: (incident: string) => string = (incident) => incident,
): boolean {
  if (a.series !== undefined || b.series !== undefined) return a.series === b.series && a.slot === b.slot;
  const incidents = new Set(a.incidents?.map(identity));
  return b.incidents?.some((incident) => incidents.has(identity(incident))) ?? false;
}

import type { Instant } from '../../domain/envelope.js';
import { grade, type Grade } from '../../domain/vocabularies/grade.js';
import { instantOf, momentIn } from '../../http/as-of.js';
import { InvalidQuery } from '../../http/problems/request-errors.js';
import type { Asked } from '../../http/reads/asked.js';
import { beginningOf } from '../claims/claims-asked.js';

/** Which incidents are asked for; null where it does not matter. */
export interface IncidentsAsked {
  readonly occurredFrom: Instant | null;
  /** Exclusive: what began then or later is not meant. */
  readonly occurredTo: Instant | null;
  /** Code of an area of the administrative path, or a part of a place's name. */
  readonly place: string | null;
  readonly grade: Grade | null;
  /** A part of a label, a place's name or a public code, in any script. */
  readonly text: string | null;
  /** A party that operated, was accused, or said something. */
  readonly party: string | null;
  readonly openFindings: boolean;
}

export function incidentsAskedIn({ own, asOf }: Asked): IncidentsAsked {
  const { place = null, grade: graded = null, q: text = null, party = null, openFindings } = own;
  if (graded !== null && !grade.codes.some((code) => code === graded)) {
    throw new InvalidQuery('grade', `one of ${grade.codes.join(', ')}`);
  }
  if (openFindings !== undefined && openFindings !== 'true')
    throw new InvalidQuery('openFindings', 'true, or left out');
  const [from, to] = [momentIn(own, 'occurredFrom'), momentIn(own, 'occurredTo')];
  return {
    occurredFrom: from && beginningOf(from, asOf.zone),
    occurredTo: to && instantOf(to, asOf.zone),
    place,
    grade: graded as Grade | null,
    text,
    party,
    openFindings: openFindings !== undefined,
  };
}

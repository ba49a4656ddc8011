import type { Claim } from '../../../domain/claims/claim.js';
import type { Subject } from '../../../domain/register/facts.js';
import type { ClaimRow } from '../../../domain/register/rows.js';
import { streamOf } from '../../../domain/streams.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import type { KeptRow } from './kept-row.js';

/** That one version of a claim is about an incident or a series. */
export interface ClaimSubject {
  readonly subject: Subject;
  readonly of: KeptRow<ClaimRow>;
}

/** Which versions of which claims are about a subject. */
export const claimSubjects = {
  name: 'claim_subjects',
  key: ['subject', 'stream', 'ordinal', 'knownFrom', 'rowNo'],
  columns: {
    subject: column('text', ({ subject }: ClaimSubject) => subject),
    stream: column('text', ({ of }: ClaimSubject) => of.row.stream),
    ordinal: column('text', ({ of }: ClaimSubject) => of.row.ordinal),
    knownFrom: column('text', ({ of }: ClaimSubject) => of.row.from),
    rowNo: column('integer', ({ of }: ClaimSubject) => of.no),
  },
} as const satisfies Table<ClaimSubject>;

export const ClaimSubjectEntity = entityOf('register', claimSubjects);

/** The streams of what a claim is about, each once. */
export const subjectsOf = ({ about }: Claim): readonly Subject[] =>
  about.series === undefined
    ? [...new Set(about.incidents)].map((id) => streamOf('incident', id))
    : [streamOf('series', about.series)];

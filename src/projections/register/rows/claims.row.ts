import { keyOf } from '../../../domain/claims/claim-key.js';
import { namedByClaim } from '../../../domain/events/named.js';
import type { ClaimRow } from '../../../domain/register/rows.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';
import { timestamp } from '../../../projector/timestamp.js';
import { rowColumns, type KeptRow } from './kept-row.js';

/** Every version of every claim. */
export const claims = {
  name: 'claims',
  key: ['stream', 'ordinal', 'knownFrom', 'rowNo'],
  columns: {
    ...rowColumns,
    rowNo: column('integer', ({ no }: KeptRow<ClaimRow>) => no),
    ref: column('text', ({ row }: KeptRow<ClaimRow>) => row.ref),
    claimant: column('text', ({ row }: KeptRow<ClaimRow>) => row.claimant),
    kind: column('text', ({ row }: KeptRow<ClaimRow>) => row.claim.kind),
    /** Without its subject. */
    key: column('text', ({ row }: KeptRow<ClaimRow>) => keyOf(row.claim)),
    /** When it was said, as its act has it, to the letter; beside it as instants to search by. */
    saidFrom: column('text', ({ row }: KeptRow<ClaimRow>) => row.saidFrom),
    saidTo: column('text', ({ row }: KeptRow<ClaimRow>) => row.saidTo),
    saidFromAt: column('timestamptz', ({ row }: KeptRow<ClaimRow>) => timestamp(row.saidFrom)),
    saidToAt: column('timestamptz', ({ row }: KeptRow<ClaimRow>) => timestamp(row.saidTo)),
    /** Actors it names, beside its claimant. */
    named: column('text[]', ({ row }: KeptRow<ClaimRow>) => namedByClaim(row.claim).actors),
    claim: column('json', ({ row }: KeptRow<ClaimRow>) => row.claim),
  },
} as const satisfies Table<KeptRow<ClaimRow>>;

export const ClaimEntity = entityOf('register', claims);

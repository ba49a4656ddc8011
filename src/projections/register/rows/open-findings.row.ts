import type { Finding } from '../../../domain/claims/findings/finding.js';
import { entityOf } from '../../../projector/entity-of.js';
import { column, type Table } from '../../../projector/table.js';

/** Findings that hold now and that nobody has settled. */
export const openFindings = {
  name: 'open_findings',
  key: ['subject', 'id'],
  columns: {
    subject: column('text', ({ subject }: Finding) => subject),
    id: column('text', ({ id }: Finding) => id),
    rule: column('text', ({ rule }: Finding) => rule),
    key: column('text', ({ key }: Finding) => key),
    finding: column('json', (finding: Finding) => finding),
  },
} as const satisfies Table<Finding>;

export const OpenFindingEntity = entityOf('register', openFindings);

import type { AsOf } from '../../domain/as-of.js';
import { knownAt } from '../../domain/claims/known.js';
import type { Instant } from '../../domain/envelope.js';
import type { OperationAssessed } from '../../domain/events/operation-assessed.js';
import type { OperationConducted } from '../../domain/events/operation-conducted.js';
import type { OperationRow } from '../../domain/register/rows.js';

/** How sure we were of it at one time. */
export interface OperationAssessment extends Omit<OperationAssessed, 'operationId'> {
  readonly eventId: string;
  readonly recordedAt: Instant;
}

/** An operation as it stands. */
export interface Operation extends Omit<OperationConducted, 'operationId'> {
  readonly id: string;
  readonly recordedAt: Instant;
  /** Oldest first; the last one holds. */
  readonly assessments: readonly OperationAssessment[];
}

/** The operation by the rows of its stream; null where there is none. */
export function operationAt(rows: readonly OperationRow[], { recorded }: AsOf): Operation | null {
  const known = knownAt(rows, recorded);
  const conducted = known.find((row) => row.type === 'OperationConducted');
  if (conducted === undefined) return null;
  const { operationId: id, ...said } = conducted.data;
  const assessments = known.flatMap((row) => {
    if (row.type !== 'OperationAssessed') return [];
    const { operationId: _, ...data } = row.data;
    return [{ ...data, eventId: row.eventId, recordedAt: row.recordedAt }];
  });
  return { id, ...said, recordedAt: conducted.recordedAt, assessments };
}

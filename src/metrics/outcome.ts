import { DomainError } from '../domain/domain-error.js';

/** What became of a command. */
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOMES = ['recorded', 'repeated', 'refused', 'conflict', 'failed'] as const;

const CONFLICTS = new Set(['stale-revision', 'contended', 'idempotency-key-reused', 'already-exists']);

/** A conflict is with what others did, a refusal of what the sender said; a failure is nobody's choice. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof DomainError)) return 'failed';
  return CONFLICTS.has(error.code) ? 'conflict' : 'refused';
}

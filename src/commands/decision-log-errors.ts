import { DomainError } from '../domain/domain-error.js';

/** The sender saw an earlier revision than there is. */
export class StaleRevision extends DomainError {
  readonly code = 'stale-revision';
  constructor(
    readonly stream: string,
    readonly seen: number,
    readonly actual: number | null,
  ) {
    super(
      actual === null
        ? `There is no ${stream} yet, so you cannot have seen its revision ${seen}.`
        : `You saw revision ${seen} of ${stream}; it is at ${actual} now. Look again, and decide again.`,
    );
  }
}

/** Others kept being faster. */
export class Contended extends DomainError {
  readonly code = 'contended';
  constructor(stream: string) {
    super(`Too many are writing to ${stream} at once. Try again.`);
  }
}

/** The same key came with something else before. */
export class IdempotencyKeyReused extends DomainError {
  readonly code = 'idempotency-key-reused';
  constructor() {
    super('This Idempotency-Key was used for another request before. Send this one with a key of its own.');
  }
}

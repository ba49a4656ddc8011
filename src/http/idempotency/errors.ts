import { DomainError } from '../../domain/domain-error.js';

/** The same request is being answered at this moment. */
export class InFlight extends DomainError {
  readonly code = 'in-flight';
  constructor() {
    super('A request with this Idempotency-Key is still being answered. Ask again in a moment.');
  }
}

import { DomainError } from '../../domain/domain-error.js';
import type { Parts } from './readiness.js';

/** Something that every request needs does not answer. Why, only an admin is told. */
export class NotReady extends DomainError {
  readonly code = 'not-ready';
  constructor({ database, log }: Parts, why: readonly string[] | null) {
    const away = [...(database === 'away' ? ['the database'] : []), ...(log === 'away' ? ['the log'] : [])];
    super([`Away: ${away.join(' and ')}.`, ...(why ?? [])].join(' '));
  }
}

import { DomainError } from '../domain/domain-error.js';
import type { Role } from './principal.js';

export class KeyMissing extends DomainError {
  readonly code = 'key-missing';
  constructor() {
    super('This needs an API key. Send it as "Authorization: Bearer <key>".');
  }
}

/** Says no more than that: whether a key is unknown, expired or revoked is nobody's business but its owner's. */
export class KeyRefused extends DomainError {
  readonly code = 'key-refused';
  constructor() {
    super('This API key is not valid, or no longer. Ask an admin for a new one.');
  }
}

export class RoleTooLow extends DomainError {
  readonly code = 'role-too-low';
  constructor(
    readonly has: Role,
    readonly needs: Role,
  ) {
    super(`This is for the role ${needs} and above; your key has the role ${has}.`);
  }
}

/** What was asked of the keys themselves cannot be done. */
export class KeyNotPossible extends DomainError {
  readonly code = 'key-not-possible';
}

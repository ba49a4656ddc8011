import { DomainError } from '../domain-error.js';

export class IdentifierAlreadyAssigned extends DomainError {
  readonly code = 'identifier-already-assigned';

  constructor(incident: string, scheme: string, code: string) {
    super(
      `The incident ${incident} already has the code ${code} of ${scheme}. Correct that entry, or withdraw the code.`,
      '/code',
    );
  }
}

export class IdentifierNotAssigned extends DomainError {
  readonly code = 'identifier-not-assigned';

  constructor(incident: string, scheme: string, code: string) {
    super(`The incident ${incident} has no code ${code} of ${scheme}.`, '/code');
  }
}

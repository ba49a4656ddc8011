import { DomainError } from '../domain-error.js';

export class NotCorrectable extends DomainError {
  readonly code = 'not-correctable';

  constructor(type: string) {
    super(
      type === 'PassageErased'
        ? 'Words that were erased stay erased: this entry cannot be corrected or withdrawn.'
        : 'This entry is itself a correction or a withdrawal. Name the original entry, and correct that again.',
      '/target',
    );
  }
}

export class EntryAlreadyWithdrawn extends DomainError {
  readonly code = 'entry-already-withdrawn';

  constructor(eventId: string) {
    super(`The entry ${eventId} was withdrawn. Record what is right as a new entry.`, '/target');
  }
}

export class IdChanged extends DomainError {
  readonly code = 'id-changed';

  constructor(field: string) {
    super(
      'A correction never changes what an entry is about. Withdraw this entry and record it where it belongs.',
      `/after/${field}`,
    );
  }
}

export class KindChanged extends DomainError {
  readonly code = 'kind-changed';

  constructor(claimId: string, pointer: string) {
    super(
      `The claim ${claimId} cannot become one of another kind. Leave it out and add a claim with an id of its own.`,
      pointer,
    );
  }
}

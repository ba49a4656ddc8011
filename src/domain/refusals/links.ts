import { DomainError } from '../domain-error.js';

export class LinkToItself extends DomainError {
  readonly code = 'link-to-itself';

  constructor(what: string, pointer: string) {
    super(`${what} cannot be linked to itself. Name another one.`, pointer);
  }
}

/** A claim is superseded only by its own party. */
export class OtherParty extends DomainError {
  readonly code = 'other-party';

  constructor(ref: string, theirs: string, ours: string, pointer: string) {
    super(
      `${ref} is a claim of ${theirs}, and this one is a claim of ${ours}: only the same party supersedes a claim. ` +
        'Where one party repeats another, record that it relays the claim.',
      pointer,
    );
  }
}

/** Repeating oneself is no relay. */
export class SameParty extends DomainError {
  readonly code = 'same-party';

  constructor(ref: string, party: string, pointer: string) {
    super(
      `${ref} is a claim of the same party, ${party}: only another party relays a claim. ` +
        'Where a party repeats itself, record that it reaffirms.',
      pointer,
    );
  }
}

export class OtherKind extends DomainError {
  readonly code = 'other-kind';

  constructor(ref: string, theirs: string, ours: string, pointer: string) {
    super(`${ref} is a claim of kind ${theirs}, and this one of kind ${ours}: link claims of one kind.`, pointer);
  }
}

export class OtherSubject extends DomainError {
  readonly code = 'other-subject';

  constructor(ref: string, pointer: string) {
    super(
      `${ref} is about something else. Link claims about the same incidents, or the same slot of a series.`,
      pointer,
    );
  }
}

/** Our links lie in the stream of the act they start from. */
export class ClaimOfAnotherAct extends DomainError {
  readonly code = 'claim-of-another-act';

  constructor(ref: string, stream: string) {
    super(`${ref} is not a claim of ${stream}. Record the link at the act it starts from.`, '/from');
  }
}

export class AlreadyLinked extends DomainError {
  readonly code = 'already-linked';

  constructor(from: string, to: string) {
    super(`${from} is already linked to ${to} in another way. Unlink them first, or correct that entry.`, '/to');
  }
}

export class NotLinked extends DomainError {
  readonly code = 'not-linked';

  constructor(from: string, to: string) {
    super(
      `No link of ours joins ${from} to ${to}. A link that the claim itself states is changed by correcting the act.`,
      '/to',
    );
  }
}

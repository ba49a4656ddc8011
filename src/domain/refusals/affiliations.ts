import { DomainError } from '../domain-error.js';

export class PeriodBackwards extends DomainError {
  readonly code = 'period-backwards';

  constructor(pointer: string) {
    super('This affiliation ends before it begins. Its last day is the one before "to".', pointer);
  }
}

export class PartOfTwoAtOnce extends DomainError {
  readonly code = 'part-of-two-at-once';

  constructor(pointer: string) {
    super(
      'An actor is part of one greater actor at a time. End the earlier affiliation, or record it as "memberOf".',
      pointer,
    );
  }
}

export class PartOfItself extends DomainError {
  readonly code = 'part-of-itself';

  constructor(actor: string, pointer: string) {
    super(`${actor} would be part of itself, through the actors it is part of.`, pointer);
  }
}

/** `media`, `officials` and `unstated` stand for somebody unnamed in claims. */
export class ReservedId extends DomainError {
  readonly code = 'reserved-id';

  constructor(id: string) {
    super(`No actor may have the id ${id}: claims use it for somebody unnamed. Choose another.`, '/actorId');
  }
}

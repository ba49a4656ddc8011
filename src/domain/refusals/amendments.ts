import { DomainError } from '../domain-error.js';

export class NothingAmended extends DomainError {
  readonly code = 'nothing-amended';

  constructor() {
    super('This amendment changes nothing. Name at least one thing that changed.');
  }
}

/** Claims may be about any slot there ever was, so a slot stays. */
export class SlotRemoved extends DomainError {
  readonly code = 'slot-removed';

  constructor(slot: string) {
    super(`The slot ${slot} is missing. Claims may be about it, so an amendment keeps every slot there is.`, '/slots');
  }
}

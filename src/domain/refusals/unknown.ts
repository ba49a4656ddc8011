import { DomainError } from '../domain-error.js';
import { actOfRef } from '../claims/claim.js';
import { streamOf, type Category } from '../streams.js';

const SAYS: Record<Category, (id: string) => string> = {
  statement: (id) => `No statement ${id} has been recorded.`,
  report: (id) => `No report ${id} has been recorded.`,
  operation: (id) => `No operation ${id} has been recorded.`,
  incident: (id) => `No incident ${id} has been opened.`,
  series: (id) => `No series ${id} has been defined.`,
  actor: (id) => `No actor ${id} has been registered.`,
  source: (id) => `No source ${id} has been registered.`,
};

/** Something is named that the register does not know, or no longer: `incident-unknown`, `actor-unknown` and so on. */
export class Unknown extends DomainError {
  readonly code: `${Category}-unknown`;
  /** Where it would lie. */
  readonly stream: string;

  constructor(category: Category, id: string, pointer = '') {
    super(`${SAYS[category](id)} Record it first, or check the id.`, pointer);
    this.code = `${category}-unknown`;
    this.stream = streamOf(category, id);
  }
}

export class ClaimUnknown extends DomainError {
  readonly code = 'claim-unknown';
  /** Where it would lie. */
  readonly stream: string;

  constructor(ref: string, pointer: string) {
    super(`There is no claim ${ref}. Check the id of the act before the # and that of its claim after it.`, pointer);
    this.stream = actOfRef(ref);
  }
}

export class SlotUnknown extends DomainError {
  readonly code = 'slot-unknown';

  constructor(series: string, slot: string, pointer: string) {
    super(`The series ${series} has no slot ${slot}. Name one of its slots, or amend the series first.`, pointer);
  }
}

export class EntryUnknown extends DomainError {
  readonly code = 'entry-unknown';

  constructor(stream: string, eventId: string) {
    super(`There is no entry ${eventId} in ${stream}. Name the original event, as its history gives it.`, '/target');
  }
}

export class PassageUnknown extends DomainError {
  readonly code = 'passage-unknown';

  constructor(stream: string, passage: string) {
    super(`No entry of ${stream} has a passage ${passage}.`, '/passage');
  }
}

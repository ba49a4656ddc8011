import { DomainError } from '../domain-error.js';

/** An absorbed incident lives on in the one that absorbed it. */
export class IncidentAbsorbed extends DomainError {
  readonly code = 'incident-absorbed';

  constructor(incident: string, survivor: string, pointer = '') {
    super(`The incident ${incident} was merged into ${survivor}. Name ${survivor} instead, or unmerge first.`, pointer);
  }
}

export class MergedIntoItself extends DomainError {
  readonly code = 'merged-into-itself';

  constructor(incident: string) {
    super(`The incident ${incident} cannot be merged into itself.`, '/into');
  }
}

export class AlreadyMerged extends DomainError {
  readonly code = 'already-merged';

  constructor(incident: string, into: string) {
    super(`The incident ${incident} is already merged into ${into}. Unmerge it first.`, '/into');
  }
}

export class NotMerged extends DomainError {
  readonly code = 'not-merged';

  constructor(incident: string, from: string) {
    super(`The incident ${incident} is not merged into ${from}.`, '/from');
  }
}

export class SplitIntoItself extends DomainError {
  readonly code = 'split-into-itself';

  constructor(incident: string, pointer: string) {
    super(`The incident ${incident} cannot be a part of itself. Claims that are not allocated stay with it.`, pointer);
  }
}

export class AllocatedElsewhere extends DomainError {
  readonly code = 'allocated-elsewhere';

  constructor(part: string, pointer: string) {
    super(`${part} is not one of the parts. Allocate claims to the incidents named in "into".`, pointer);
  }
}

export class AllocatedTwice extends DomainError {
  readonly code = 'allocated-twice';

  constructor(ref: string, pointer: string) {
    super(`The claim ${ref} is allocated twice. A claim goes to one part.`, pointer);
  }
}

/** A claim about something else is no ground for judging this incident, nor can this incident give it away. */
export class ClaimAboutAnother extends DomainError {
  readonly code = 'claim-about-another';

  constructor(ref: string, subject: string, pointer: string) {
    super(`The claim ${ref} is not about ${subject}. Name only claims about it.`, pointer);
  }
}

import { DomainError } from '../domain-error.js';

/** An entry lies in the stream it is about. */
export class SubjectElsewhere extends DomainError {
  readonly code = 'subject-elsewhere';

  constructor(subject: string, stream: string) {
    super(`This entry is about ${subject}, but was sent to ${stream}.`, '/subject');
  }
}

export class NeverArchived extends DomainError {
  readonly code = 'never-archived';

  constructor(source: string) {
    super(
      `No copy of the source ${source} was archived, so there is no hash to compare with. Archive it first.`,
      '/sourceId',
    );
  }
}

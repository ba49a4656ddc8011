import { DomainError } from '../domain-error.js';

/** There is no such finding, or not any more, or the claims named are not enough for it. */
export class FindingUnknown extends DomainError {
  readonly code = 'finding-unknown';

  constructor(subject: string) {
    super(
      `The claims named do not give this finding about ${subject}. Ask for its findings again, and send the id and the members of one of them.`,
      '/finding',
    );
  }
}

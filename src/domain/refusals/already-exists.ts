import { DomainError } from '../domain-error.js';
import type { Category } from '../streams.js';

/** The id was used before, for something else. Ids are never reused, not even of what was withdrawn. */
export class AlreadyExists extends DomainError {
  readonly code = 'already-exists';

  constructor(category: Category, id: string, pointer: string) {
    super(
      `There is already ${aOrAn(category)} ${id} with other content. Choose another id, or correct or amend the one there is.`,
      pointer,
    );
  }
}

const aOrAn = (category: Category): string => `${/^[aeio]/.test(category) ? 'an' : 'a'} ${category}`;

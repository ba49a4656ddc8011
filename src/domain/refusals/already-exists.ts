import { DomainError } from '../domain-error.js';
import type { Category } from '../streams.js';

/** The id was used before: for something else, as far as the sender may know. Ids are never reused, not even of what was withdrawn. */
export class AlreadyExists extends DomainError {
  readonly code = 'already-exists';

  constructor(category: Category, id: string, pointer: string) {
    super(
      `There is already ${aOrAn(category)} ${id}. Choose another id or, if that is the one you mean, correct or amend it.`,
      pointer,
    );
  }
}

const aOrAn = (category: Category): string => `${/^[aeio]/.test(category) ? 'an' : 'a'} ${category}`;

import { DomainError } from '../../domain/domain-error.js';

/** A body that is no JSON. What is wrong with it is not repeated: it may hold anything. */
export class MalformedJson extends DomainError {
  readonly code = 'malformed-json';
  constructor(detail = 'The body must be JSON, in UTF-8.', pointer = '') {
    super(detail, pointer);
  }
}

/** A pointer that is longer leads nobody anywhere. */
const LONGEST_POINTER = 1_000;

/** One object with two values of the same name: which of them was meant, nobody can know. */
export class KeyRepeated extends MalformedJson {
  constructor(pointer: string) {
    super(
      'This key is named twice in one object. Say it once; which of the two was meant cannot be known.',
      pointer.length > LONGEST_POINTER ? '' : pointer,
    );
  }
}

/** A query parameter that cannot be understood. */
export class InvalidQuery extends DomainError {
  readonly code = 'invalid-query';
  constructor(
    readonly parameter: string,
    expected: string,
  ) {
    super(`The query parameter ${parameter} must be ${expected}.`);
  }
}

/** A cursor that this list did not give out. */
export class InvalidCursor extends DomainError {
  readonly code = 'invalid-cursor';
  constructor() {
    super('This cursor does not belong to this list. Begin without one, and follow the "next" links.');
  }
}

export class InvalidHeader extends DomainError {
  readonly code = 'invalid-header';
  constructor(header: string, expected: string) {
    super(`The header ${header} must be ${expected}.`);
  }
}

/** A secret is in one answer only: a repeat could be answered neither with it nor without. */
export class CannotBeRepeated extends DomainError {
  readonly code = 'invalid-header';
  constructor() {
    super(
      'The header Idempotency-Key must be left out here: a key is shown once, so a repeat could not be answered the same. ' +
        'Nothing was made. Without an answer, look at GET /api/keys, and revoke what you did not get.',
    );
  }
}

export class IfMatchRequired extends DomainError {
  readonly code = 'if-match-required';
  constructor() {
    super('Say which revision you saw: send it as If-Match, such as If-Match: "3".');
  }
}

export class MethodNotAllowed extends DomainError {
  readonly code = 'method-not-allowed';
  constructor(
    method: string,
    readonly allowed: readonly string[],
  ) {
    super(`${method} is not possible here; ${allowed.join(', ')} ${allowed.length === 1 ? 'is' : 'are'}.`);
  }
}

/** The id in the path and the id in the body name different things. */
export class IdsDiffer extends DomainError {
  readonly code = 'ids-differ';
  constructor(inPath: string, pointer: string) {
    super(`The path is about ${inPath}; leave this out, or say the same.`, pointer);
  }
}

/** More requests within a minute than this key, or this address, may make. */
export class TooManyRequests extends DomainError {
  readonly code = 'too-many-requests';
  constructor(readonly retryAfter: number) {
    super(`That was more requests than are taken in a minute. Go on in ${retryAfter} seconds.`);
  }
}

export class TooSlow extends DomainError {
  readonly code = 'too-slow';
  constructor() {
    super('The request did not come to its end in time. Send it again.');
  }
}

/** An `Expect` header with something else than `100-continue`. */
export class ExpectationUnknown extends DomainError {
  readonly code = 'expectation-failed';
  constructor() {
    super('The only expectation that can be met is 100-continue. Leave out the header Expect.');
  }
}

/** No text of ours holds U+0000, and no database takes it. */
export class NulInAddress extends DomainError {
  readonly code = 'malformed-request';
  constructor() {
    super('An address cannot hold the character U+0000 (%00).');
  }
}

/** HTTP/1.1 asks for the name of the host that was meant. */
export class HostMissing extends DomainError {
  readonly code = 'malformed-request';
  constructor() {
    super('A request of HTTP/1.1 must have the header Host.');
  }
}

export class HeadersTooLarge extends DomainError {
  readonly code = 'headers-too-large';
  constructor() {
    super('Address and headers together are larger than 16 KiB.');
  }
}

export class BodyNotAnObject extends DomainError {
  readonly code = 'invalid-data';
  constructor() {
    super('The body must be a JSON object.');
  }
}

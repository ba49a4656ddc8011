import { DomainError } from '../../domain/domain-error.js';
import type { Position } from '../../domain/envelope.js';

export class UnknownParameter extends DomainError {
  readonly code = 'invalid-query';
  constructor(parameter: string, known: readonly string[]) {
    super(`There is no query parameter ${parameter} here. There are ${known.join(', ')}.`);
  }
}

/** What was asked about is not in the register, was not yet, or is not for the asker's eyes: it does not say which. */
export class NotInRegister extends DomainError {
  readonly code: `unknown-${string}`;
  constructor(
    kind:
      'incident' | 'series' | 'actor' | 'source' | 'operation' | 'statement' | 'report' | 'identifier' | 'vocabulary',
    id: string,
  ) {
    super(`There is no ${kind} ${id} here. Check the id; it may also have been recorded later than you ask about.`);
    this.code = `unknown-${kind}`;
  }
}

/** It was recorded, and we took it back. */
export class Withdrawn extends DomainError {
  readonly code = 'withdrawn';
  constructor(stream: string) {
    super(`${stream} was recorded and then withdrawn. Ask with recordedAsOf before that to see what it said.`);
  }
}

/** The read models have not come as far as they were asked to. */
export class NotCaughtUp extends DomainError {
  readonly code = 'not-caught-up';
  constructor(position: Position) {
    super(`What is read here has not come as far as ${position} yet. Ask again in a moment.`);
  }
}

/** A refusal: a stable code, a sentence a person can act on, and where in the body it lies. */
export abstract class DomainError extends Error {
  abstract readonly code: string;

  constructor(
    message: string,
    /** JSON Pointer into the data, such as `/claims/0/supersedes/claim`; empty for the whole. */
    readonly pointer: string = '',
  ) {
    super(message);
  }
}

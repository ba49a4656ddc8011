/** Why a request was not done (RFC 9457). */
export interface ProblemDetails {
  /** `/problems/<code>`; stable, for programs. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** A sentence to act on, for people. */
  readonly detail: string;
  readonly code: string;
  /** Where in the body it lies, as JSON Pointers. */
  readonly errors?: readonly ProblemPlace[];
  readonly traceId: string;
}

export interface ProblemPlace {
  readonly pointer: string;
  readonly detail: string;
}

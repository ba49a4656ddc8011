/** Why a request was not done (RFC 9457). */
export interface ProblemDetails {
  /** `/problems/<code>`; stable, for programs. */
  readonly type: string;
  /** What kind of problem it is, in the language asked for. */
  readonly title: string;
  readonly status: number;
  /** What that kind of problem means, in the language asked for. */
  readonly explanation?: string;
  /** What it is in this case, as a sentence to act on; in English. */
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

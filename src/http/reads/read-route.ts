import type { AnswerName } from '../open-api/answers/names.js';

export const READ = 'sijil:read';

/** What a route that answers a question takes. */
export interface ReadRoute {
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** The schema of its answer, by name. */
  readonly answer: AnswerName;
  readonly paging: boolean;
  readonly own: Readonly<Record<string, string>>;
}

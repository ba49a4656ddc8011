export const READ = 'sijil:read';

/** What a route that answers a question takes. */
export interface ReadRoute {
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly paging: boolean;
  readonly own: Readonly<Record<string, string>>;
}

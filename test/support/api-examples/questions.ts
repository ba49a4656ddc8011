import type { Role } from '../../../src/access/principal.js';

/** What the examples ask about, by the collection in the address. */
const SUBJECTS: Readonly<Record<string, string>> = {
  incidents: 'atmeh-2022',
  series: 'snhr-russia',
  statements: 'a06',
  reports: 'a21',
  operations: 'atmeh-raid',
  actors: 'white-helmets',
  sources: 'airwars-cs1977',
  identifiers: 'CS1977',
  vocabularies: 'certainty',
};

/** Answers that would be long are asked for when little had been said. */
const EARLY: Readonly<Record<string, string>> = {
  '/api/incidents/{id}/casualty-counts': '2022-02-03T05:00Z',
  '/api/incidents/{id}/casualty-counts/evolution': '2022-02-03T05:00Z',
  '/api/incidents/{id}/findings': '2022-02-03',
  '/api/series/{id}/counts': '2016-01-01T00:00Z',
  '/api/series/{id}/findings': '2018-12-31T00:00Z',
};

/** What of the description of an operation matters here. */
export interface Answering {
  readonly responses: Readonly<Record<string, { readonly content?: object | undefined }>>;
}

/** Whether an operation answers in JSON with something else than the description itself. */
export const hasExample = (path: string, { responses }: Answering): boolean =>
  path !== '/api/openapi.json' &&
  Object.entries(responses).some(([status, { content }]) => status < '300' && 'application/json' in (content ?? {}));

/** A question to a route that has a short answer; a list is asked for two of its members. */
export function questionTo(path: string, takes: readonly string[]): string {
  const subject = SUBJECTS[path.split('/')[2] ?? ''] ?? '';
  const query = new URLSearchParams({
    ...(takes.includes('limit') && { limit: '2' }),
    ...(EARLY[path] !== undefined && { claimedAsOf: EARLY[path] }),
  }).toString();
  return path.replace(/\{\w+\}/, subject) + (query === '' ? '' : `?${query}`);
}

/** Keys are for admins; everything else is asked as somebody who only reads. */
export const askerOf = (path: string): Role => (path === '/api/keys' ? 'admin' : 'reader');

import fc, { type Arbitrary } from 'fast-check';
import type { Category } from '../../../src/domain/streams.js';
import { CATEGORIES } from '../../../src/domain/streams.js';
import { collectionOf } from '../../../src/http/collections.js';
import type { Api, Sent } from './requests.js';

const NAMED: Readonly<Record<string, string>> = {
  '/api/vocabularies/{name}': 'certainty',
  '/problems/{code}': 'not-found',
};
/** The others ask for it often enough. */
const LARGE = '/api/openapi.json';
const OWN: Readonly<Record<string, readonly string[]>> = {
  limit: ['1', '3', '20'],
  claimedAsOf: ['2030-01-01', '2030-01-01T00:00Z'],
  zone: ['Asia/Damascus', 'UTC'],
  openFindings: ['true'],
  kind: ['count', 'responsibility'],
  grade: ['weak'],
  q: ['%D9%85%D8%AB%D8%A7%D9%84', 'raid'],
};
const CATEGORY_OF = new Map(CATEGORIES.map((category) => [`/api/${collectionOf(category)}/`, category] as const));

/** Questions that are answered: of lists, and of things that are there to be read. */
export function validReads(
  { paths }: Api,
  key: string,
  things: Readonly<Record<Category, string>> | null,
): Arbitrary<Sent> {
  const questions = Object.entries(paths).flatMap(([path, { get }]) => {
    const address = get && addressOf(path, things);
    if (path === LARGE || !get || address === null || address === undefined) return [];
    const takes = (get.parameters ?? []).filter((one) => one.in === 'query' && Object.hasOwn(OWN, one.name));
    const asked = takes.map(({ name }) => fc.constantFrom('', ...OWN[name]!.map((value) => `${name}=${value}`)));
    return [fc.tuple(...asked).map((all) => [address, all.filter(Boolean).join('&')].filter(Boolean).join('?'))];
  });
  return fc
    .oneof(...questions)
    .map((path) => ({ method: 'GET', path, headers: { authorization: `Bearer ${key}` }, body: null }));
}

function addressOf(path: string, things: Readonly<Record<Category, string>> | null): string | null {
  if (!path.includes('{')) return path;
  if (Object.hasOwn(NAMED, path)) return path.replace(/\{\w+\}/, NAMED[path]!);
  const category = [...CATEGORY_OF].find(([home]) => path.startsWith(`${home}{id}`))?.[1];
  return things === null || category === undefined ? null : path.replace('{id}', things[category]);
}

import { collectionOf } from '../../../src/http/collections.js';
import { bodyOf } from '../bodies.js';
import type { Happening } from '../builders.js';

/** What was recorded so far, as far as a later step may have to name it. */
export interface Known {
  /** The id of the event that opened a stream. */
  opening(stream: string): string;
  /** The revision that a stream has come to. */
  revision(stream: string): number;
  /** The id of a passage in a stream. */
  passage(stream: string): Promise<string>;
}

/** A write that is accepted once those before it were. */
export interface Step {
  /** As the description of the API names it. */
  readonly route: string;
  readonly address: string;
  readonly stream: string;
  readonly needsIfMatch: boolean;
  body(known: Known): Promise<object>;
}

/** Opens what happens. */
export function opens(happening: Happening, more: object = {}): Step {
  const route = `/api/${collectionOf(happening.category)}`;
  const body = { ...bodyOf(happening), ...more };
  return { route, address: route, stream: happening.stream, needsIfMatch: false, body: async () => body };
}

/** Adds what happens to something that is there. */
export function adds(path: string, happening: Happening): Step {
  return addsBody(path, happening, async () => bodyOf(happening));
}

/** Adds to something that is there what is known only once it is. */
export function addsBody(
  path: string,
  { category, id, stream }: Pick<Happening, 'category' | 'id' | 'stream'>,
  body: Step['body'],
  needsIfMatch = false,
): Step {
  const route = `/api/${collectionOf(category)}/{id}/${path}`;
  return { route, address: route.replace('{id}', id), stream, needsIfMatch, body };
}

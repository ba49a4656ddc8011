import { CATEGORIES, type Category } from '../domain/streams.js';

/** How the streams of a category are called in addresses: `/api/statements/a08`. */
export const collectionOf = (category: Category): string => (category === 'series' ? category : `${category}s`);

const BY_COLLECTION = new Map(CATEGORIES.map((category) => [collectionOf(category), category] as const));

/** The category that a route such as `/api/statements/:id/corrections` is about. */
export function categoryOfRoute(route: string): Category {
  const category = BY_COLLECTION.get(route.split('/')[2] ?? '');
  if (!category) throw new Error(`${route} is about no collection.`);
  return category;
}

export const addressOf = (category: Category, id: string): string => `/api/${collectionOf(category)}/${id}`;

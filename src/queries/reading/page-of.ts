import { cursorOf, keysIn } from '../../http/cursor.js';
import { InvalidCursor } from '../../http/problems/request-errors.js';
import type { Asked } from '../../http/reads/asked.js';
import type { Page } from './answer.js';

/** The part of an answer that a page is: all of it, unless a page was asked for. Its cursor is the key of the last item. */
export function pageOf<Item extends object>(
  all: readonly Item[],
  { page, paged, list }: Pick<Asked, 'page' | 'paged' | 'list'>,
  keyOf: (item: Item) => string,
): Page<Item> {
  if (!paged) return { items: all, next: null };
  const first = page.cursor === null ? 0 : placeAfter(all, keyOf, String(keysIn(list, page.cursor, 1)[0]));
  const items = all.slice(first, first + page.limit);
  const last = items.at(-1);
  const more = first + page.limit < all.length;
  return { items, next: more && last !== undefined ? cursorOf(list, [keyOf(last)]) : null };
}

/** What a page went on from may have been withdrawn since: then nobody can say where it was. */
function placeAfter<Item>(all: readonly Item[], keyOf: (item: Item) => string, key: string): number {
  const at = all.findIndex((item) => keyOf(item) === key);
  if (at < 0) throw new InvalidCursor();
  return at + 1;
}

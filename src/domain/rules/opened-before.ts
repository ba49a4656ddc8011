import type { Fact, SijilEvent } from '../events/index.js';
import { AlreadyExists } from '../refusals/already-exists.js';
import { sameContent } from '../same-content.js';
import { categoryOf, idOf } from '../streams.js';

/**
 * Whether this very thing was recorded before; refused when its id was used for something else. Compared on the original, so
 * that sending it again finds its first result whatever we corrected since.
 */
export function openedBefore(own: readonly SijilEvent[], { type, data }: Fact, idField: string): boolean {
  const [first] = own;
  if (first === undefined) return false;
  if (first.type === type && sameContent(first.data, data)) return true;
  throw new AlreadyExists(categoryOf(first.stream), idOf(first.stream), `/${idField}`);
}

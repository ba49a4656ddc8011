import type { CursorKeys } from '../../http/cursor.js';

/** One thing that may be on a page. */
export interface Look<Item> {
  /** Null where it is not what was asked for, or is kept from the asker. */
  readonly item: Item | null;
  readonly isKept?: boolean;
  /** Where a page goes on after it. */
  readonly keys: CursorKeys;
  /** How much of the work that is done for one page it took; 1 unless said otherwise. */
  readonly cost?: number;
}

export interface FullPage<Item> {
  readonly items: readonly Item[];
  /** Where the next page goes on; null on the last. */
  readonly next: CursorKeys | null;
  /** How many were passed over because they are kept from the asker. */
  readonly withheld: number;
}

/**
 * Looks on until the page is full, and whether there is something to be on another: what is kept from the asker makes a page
 * neither shorter nor one of several. A page ends early only where it took as much work as is done for one, `most`; what costs
 * nothing does not bring that nearer.
 */
export async function fullPage<Item>(
  looks: AsyncIterable<Look<Item>>,
  limit: number,
  most: number,
): Promise<FullPage<Item>> {
  const items: Item[] = [];
  let [work, passed] = [0, 0];
  let full: Place = START;
  let seen: Place = START;
  for await (const { item, isKept = false, keys, cost = 1 } of looks) {
    const isFull = items.length === limit;
    if (isFull && item !== null) return { items, ...full };
    if (cost > 0 && work >= most) return { items, ...(isFull ? full : seen) };
    work += cost;
    if (isKept) passed += 1;
    // A cursor can be read: it names nothing that is kept, but where the count tells of it anyway.
    if (cost > 0 || !isKept) seen = { next: keys, withheld: passed };
    if (item !== null) {
      items.push(item);
      full = seen = { next: keys, withheld: passed };
    }
  }
  return { items, next: null, withheld: passed };
}

type Place = Pick<FullPage<never>, 'next' | 'withheld'>;

const START: Place = { next: null, withheld: 0 };

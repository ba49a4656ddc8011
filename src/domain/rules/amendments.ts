import { NothingAmended } from '../refusals/amendments.js';

/** An amendment names at least one thing beside what it amends and from when. */
export function amendsSomething(data: object, id: string): void {
  const named = Object.entries(data).filter(
    ([field, value]) => value !== undefined && field !== id && field !== 'effective',
  );
  if (named.length === 0) throw new NothingAmended();
}

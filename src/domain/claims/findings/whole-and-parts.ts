import type { Counted } from '../../values/counted.js';
import type { Category } from '../../vocabularies/category.js';
import type { CountStatus } from '../../vocabularies/civilian-status.js';
import { countedKey, statusOf } from '../claim-key.js';

/** The tree of what is counted: girl, boy within child; child, woman, man within person; each status within any. */
const WITHIN: Partial<Record<Category, Category>> = {
  girl: 'child',
  boy: 'child',
  child: 'person',
  woman: 'person',
  man: 'person',
};

/** A category and all that it lies within. */
export function categoriesAround(category: Category): readonly Category[] {
  const around = [category];
  for (let next = WITHIN[category]; next !== undefined; next = WITHIN[next]) around.push(next);
  return around;
}

/** Statuses that hold everybody of this status; `assumed` where one of the two states none. */
export function statusesAround(
  status: CountStatus,
): readonly { readonly status: CountStatus; readonly assumed: boolean }[] {
  if (status === 'any') return [{ status, assumed: false }];
  return [
    { status, assumed: false },
    { status: 'any', assumed: false },
    ...(status === 'not_stated'
      ? // Who counts children and women beside fighters does not count them among the fighters.
        [{ status: 'civilian' as const, assumed: true }]
      : [{ status: 'not_stated' as const, assumed: true }]),
  ];
}

/** What somebody counted, with another category or status. */
export const countedAs = (counted: Counted, category: Category, status: CountStatus): string =>
  countedKey({ ...counted, category, status });

export interface Whole {
  readonly key: string;
  readonly scopeAssumed: boolean;
}

/** Keys of everything that what is counted is a part of. */
export function wholesOf(counted: Counted): readonly Whole[] {
  const status = statusOf(counted);
  return categoriesAround(counted.category)
    .flatMap((category) => statusesAround(status).map((around) => ({ category, ...around })))
    .filter((around) => around.category !== counted.category || (around.status !== status && !around.assumed))
    .map((around) => ({ key: countedAs(counted, around.category, around.status), scopeAssumed: around.assumed }));
}

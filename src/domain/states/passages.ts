import type { SijilEvent } from '../events/index.js';
import type { PassageRef } from '../values/passage.js';

/** The ids of all passages that a stream's events ever had, those of withdrawn and corrected entries and of notes among them. */
export const passagesOf = (events: readonly SijilEvent[]): ReadonlySet<string> =>
  new Set(passageRefsOf(events).map(({ passage }) => passage));

/** The references to them, in the order in which they were recorded. */
export const passageRefsOf = (events: readonly SijilEvent[]): readonly PassageRef[] =>
  events.flatMap(({ data }) => refsIn(data));

const refsIn = (value: unknown): readonly PassageRef[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { passage, hash } = value as { readonly passage?: unknown; readonly hash?: unknown };
  return typeof passage === 'string' && typeof hash === 'string'
    ? [value as PassageRef]
    : Object.values(value).flatMap(refsIn);
};

/** The ids of the passages that were erased. */
export const erasedIn = (events: readonly SijilEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.type === 'PassageErased' ? [event.data.passage] : [])));

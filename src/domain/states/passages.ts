import type { SijilEvent } from '../events/index.js';

/** The ids of all passages that a stream's events ever had, those of withdrawn and corrected entries and of notes among them. */
export const passagesOf = (events: readonly SijilEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap(({ data }) => idsIn(data)));

const idsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { passage, hash } = value as { readonly passage?: unknown; readonly hash?: unknown };
  return typeof passage === 'string' && typeof hash === 'string' ? [passage] : Object.values(value).flatMap(idsIn);
};

/** The ids of the passages that were erased. */
export const erasedIn = (events: readonly SijilEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.type === 'PassageErased' ? [event.data.passage] : [])));

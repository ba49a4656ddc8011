import type { Fact, SijilEvent } from '../events/index.js';
import type { Category } from '../streams.js';

type Correcting = 'EntryCorrected' | 'EntryWithdrawn';

/** What an event of a stream can say, but for corrections and withdrawals of what others said. */
export type Said<C extends Category = Category> = Exclude<Fact<C>, { readonly type: Correcting }>;

/** What an event of a stream says, as it stands: with our corrections, under the id of the original event. */
export type Entry<C extends Category = Category> = Said<C> & { readonly eventId: string };

/** A stream's entries as they stand, in the order of their originals: corrections applied, withdrawn ones left out. */
export function standingEntries<C extends Category>(events: readonly SijilEvent<C>[]): readonly Entry<C>[] {
  const entries = new Map<string, Entry<C>>();
  for (const event of events as readonly SijilEvent[]) {
    if (event.type === 'EntryWithdrawn') entries.delete(event.data.target);
    else if (event.type === 'EntryCorrected') {
      const entry = entries.get(event.data.target);
      if (entry !== undefined) entries.set(event.data.target, { ...entry, data: event.data.after } as Entry<C>);
    } else
      entries.set(event.eventId, { eventId: event.eventId, type: event.type, data: event.data } as unknown as Entry<C>);
  }
  return [...entries.values()];
}

/** The stream as if one of its entries had never been recorded. */
export const withoutEntry = <C extends Category>(
  events: readonly SijilEvent<C>[],
  eventId: string,
): readonly SijilEvent<C>[] =>
  events.filter(
    (event) => event.eventId !== eventId && (event.data as { readonly target?: string }).target !== eventId,
  );

/** The entries of one type, as they stand. */
export const standing = <C extends Category, Type extends Entry<C>['type']>(
  events: readonly SijilEvent<C>[],
  type: Type,
): readonly Extract<Entry<C>, { readonly type: Type }>['data'][] =>
  standingEntries(events)
    .filter((entry) => entry.type === type)
    .map((entry) => entry.data as Extract<Entry<C>, { readonly type: Type }>['data']);

import { decode, UndecodableEvent } from '../domain/events/decode.js';
import type { Position } from '../domain/envelope.js';
import type { SijilEvent } from '../domain/events/index.js';
import type { EventStore } from '../event-store/event-store.js';
import type { ProjectedPage, Projection } from './projection.js';

export interface NextPage {
  /** Null when the log moved on by nothing. */
  readonly page: ProjectedPage | null;
  readonly atEnd: boolean;
}

/**
 * The page of a projection that follows a position. An event that cannot be decoded ends the page before it; at the head of a
 * page it throws {@link UndecodableEvent}.
 */
export async function nextPage(
  store: EventStore,
  { categories }: Projection,
  after: Position | null,
  max: number,
): Promise<NextPage> {
  const { events: stored, next, atEnd } = await store.readAll({ after, filter: { categories }, max });
  if (next === null || next === after) return { page: null, atEnd };
  const events: SijilEvent[] = [];
  for (const event of stored) {
    try {
      events.push(decode(event));
    } catch (error) {
      const last = events.at(-1);
      if (last === undefined || !(error instanceof UndecodableEvent)) throw error;
      return { page: { after, until: last.position, events }, atEnd: false };
    }
  }
  return { page: { after, until: next, events }, atEnd };
}

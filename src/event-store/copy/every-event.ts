import { StoreUnavailable } from '../errors.js';
import type { EventStore, Position, StoredEvent } from '../event-store.js';

const PAGE = 1_000;

/**
 * A log from its beginning up to the position of an event in it, one page in memory at a time. Throws the signal's reason when it
 * aborts, and {@link StoreUnavailable} when the log ends before that event.
 */
export async function* everyEvent(
  store: EventStore,
  upTo: Position | null,
  signal?: AbortSignal,
): AsyncGenerator<StoredEvent, void, undefined> {
  if (upTo === null) return;
  for (let after: Position | null = null, atEnd = false; !atEnd;) {
    signal?.throwIfAborted();
    const page = await store.readAll({ after, max: PAGE });
    for (const event of page.events) {
      if (event.position > upTo) return;
      yield event;
      if (event.position === upTo) return;
    }
    ({ next: after, atEnd } = page);
  }
  throw new StoreUnavailable(`The log ended before ${upTo}, which it had named as the position of its last event.`);
}

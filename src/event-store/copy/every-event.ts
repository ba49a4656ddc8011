import type { EventStore, Position, StoredEvent } from '../event-store.js';

const PAGE = 1_000;

/** A log from its beginning up to a position, one page in memory at a time. Throws the signal's reason when it aborts. */
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
    }
    ({ next: after, atEnd } = page);
  }
}

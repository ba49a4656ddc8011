import type { NewEvent, StoredEvent } from '../event-store.js';
import { MAX_APPEND_BYTES } from '../event-store.js';

const MOST_EVENTS = 500;

/** Neighbours of one stream that fit into one append together. Their order in the log stays what it was. */
export async function* inAppends(events: AsyncIterable<StoredEvent>): AsyncGenerator<StoredEvent[], void, undefined> {
  let group: StoredEvent[] = [];
  let bytes = 0;
  for await (const event of events) {
    const size = sizeOf(event);
    const fits = group.length < MOST_EVENTS && bytes + size <= MAX_APPEND_BYTES;
    if (group.length > 0 && !(fits && group[0]!.stream === event.stream)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(event);
    bytes += size;
  }
  if (group.length > 0) yield group;
}

const sizeOf = ({ data, metadata }: NewEvent): number =>
  Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));

import type { StoredEvent } from '../event-store.js';
import type { RecordedEvent } from './client.js';
import { isPlace, positionOf } from './log-position.js';

/**
 * An event of the server's as one of ours. What is in the log is a fact: data or metadata that is no JSON object, because
 * somebody damaged or redacted it, is passed on as the text it is, and whoever decodes it refuses this one event by name.
 */
export function storedEvent(recorded: RecordedEvent, prefix: string): StoredEvent {
  if (recorded.position === undefined || !isPlace(recorded.position)) {
    throw new Error(`KurrentDB gave no position for event ${recorded.id}; this server is too old.`);
  }
  return {
    eventId: recorded.id,
    type: recorded.type,
    stream: recorded.streamId.slice(prefix.length),
    revision: Number(recorded.revision),
    position: positionOf(recorded.position),
    data: asGiven(recorded.data) as StoredEvent['data'],
    metadata: asGiven(recorded.metadata) as StoredEvent['metadata'],
  };
}

const asGiven = (value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') : value;

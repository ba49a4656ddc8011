import { AppendTooLarge, UnstorableAppend } from './errors.js';
import { MAX_APPEND_BYTES } from './event-store.js';
import type { NewEvent } from './event-store.js';
import { hasUnstorableText, isStorableName } from './storable-text.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An append as text, column by column, checked against everything all adapters refuse alike. */
export interface EncodedAppend {
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly data: readonly string[];
  readonly metadata: readonly string[];
}

export function encodeAppend(stream: string, events: readonly NewEvent[]): EncodedAppend {
  const unstorable = (reason: string) => new UnstorableAppend(stream, reason);
  if (!isStorableName(stream)) throw unstorable('the name of a stream is 1 to 255 bytes of well-formed text');
  if (events.length === 0) throw unstorable('it has no events');

  const ids = events.map((event) => event.eventId.toLowerCase());
  const types = events.map((event) => event.type);
  const data = events.map((event) => JSON.stringify(event.data));
  const metadata = events.map((event) => JSON.stringify(event.metadata));

  const noUuid = ids.find((id) => !UUID.test(id));
  if (noUuid !== undefined) throw unstorable(`event id ${JSON.stringify(noUuid)} is not a UUID`);
  if (new Set(ids).size < ids.length) throw unstorable('two of its events have the same id');
  if (!types.every(isStorableName)) throw unstorable('an event type is 1 to 255 bytes of well-formed text');
  if (data.some(hasUnstorableText) || metadata.some(hasUnstorableText)) {
    throw unstorable('its text holds U+0000 or half of a surrogate pair');
  }

  const bytes = byteLength(data) + byteLength(metadata);
  if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(stream, bytes, MAX_APPEND_BYTES);
  return { ids, types, data, metadata };
}

function byteLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

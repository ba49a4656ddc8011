import type { EncodedAppend } from '../encoded-append.js';
import type { ProposedEvent } from './client.js';

/** The events as they were encoded, which the caller can no longer change. */
export function proposedEvents({ ids, types, data, metadata }: EncodedAppend): ProposedEvent[] {
  return ids.map((id, index) => ({
    contentType: 'application/json',
    id,
    type: types[index]!,
    data: JSON.parse(data[index]!),
    metadata: JSON.parse(metadata[index]!),
  }));
}

/** As the server counts it against its own limit: it adds two bytes for each letter of an event's type. */
export function sizeOnServer({ types, data, metadata }: EncodedAppend): number {
  const texts = [...data, ...metadata].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return types.reduce((sum, type) => sum + 2 * type.length, texts);
}

import type { Envelope } from '../envelope.js';
import { definitions, type Fact } from './index.js';

/** What the service knows of an event besides what happened. */
export type Recording = Pick<
  Envelope,
  'eventId' | 'recordedAt' | 'recordedBy' | 'correlationId' | 'causationId' | 'traceparent' | 'batchId'
>;

type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** An event as an append takes it: data in the current version, everything around it as flat text. */
export interface Encoded {
  readonly eventId: string;
  readonly type: string;
  readonly data: { readonly [key: string]: JsonValue };
  readonly metadata: Readonly<Record<string, string>>;
}

export function encode({ type, data }: Fact, { eventId, traceparent, batchId, ...recording }: Recording): Encoded {
  const definition = definitions.get(type);
  if (definition === undefined) throw new Error(`${type} is not in the catalogue of events.`);
  const metadata = {
    schemaVersion: String(definition.version),
    recordedAt: recording.recordedAt,
    recordedBy: recording.recordedBy,
    correlationId: recording.correlationId,
    causationId: recording.causationId,
    ...(traceparent !== undefined && { traceparent }),
    ...(batchId !== undefined && { batchId }),
  };
  // Through JSON, so that a field set to undefined is one that is not there, on every adapter.
  return { eventId, type, data: JSON.parse(JSON.stringify(data)) as Encoded['data'], metadata };
}

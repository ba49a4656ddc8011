import type { Envelope } from '../envelope.js';
import { isObject } from '../schema/malformed.js';
import type { EventDefinition } from './event.js';
import { definitions, type SijilEvent } from './index.js';
import { laterThanKnown, unknownType, upcast, upcastCarried, type Definitions } from './upcast.js';

/** An event as a log gives it back, before anyone looked into it. */
export interface Undecoded {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly data: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** An event that this release cannot read: damaged, or written by a later one. Never passed over in silence. */
export class UndecodableEvent extends Error {
  constructor(
    readonly stream: string,
    readonly position: string,
    readonly reason: string,
  ) {
    super(`The event of ${stream} at ${position} cannot be read: ${reason}.`);
  }
}

/**
 * A recorded event, brought up to date, with the data of another entry that it carries. It is not validated again: what is in the
 * log is a fact.
 */
export function decode(stored: Undecoded, known: Definitions = definitions): SijilEvent {
  const refuse = (reason: string) => new UndecodableEvent(stored.stream, stored.position, reason);
  const definition = known.get(stored.type);
  if (definition === undefined) throw refuse(unknownType(stored.type));
  if (!isObject(stored.data)) throw refuse('its data is not a JSON object');
  if (!isObject(stored.metadata)) throw refuse('its metadata is not a JSON object');
  const version = versionOf(stored.metadata['schemaVersion'], definition);
  if (typeof version === 'string') throw refuse(version);

  const envelope = envelopeOf(stored, definition.version);
  if (typeof envelope === 'string') throw refuse(envelope);
  const data = upcastCarried(definition, upcast(definition, version, stored.data), known);
  if (typeof data === 'string') throw refuse(data);
  return { ...envelope, type: stored.type, data } as SijilEvent;
}

function versionOf(text: unknown, { type, version }: EventDefinition): number | string {
  const written = typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
  if (written === null) return `its schema version ${JSON.stringify(text)} is not a number`;
  return written <= version ? written : laterThanKnown('it is', type, written, version);
}

function envelopeOf(
  { stream, revision, position, eventId, metadata }: Undecoded,
  schemaVersion: number,
): Envelope | string {
  const { recordedAt, recordedBy, correlationId, causationId, traceparent, batchId } = metadata;
  if (!isText(recordedAt) || Number.isNaN(Date.parse(recordedAt))) return 'it does not say when it was recorded';
  if (!isText(recordedBy)) return 'it does not say who recorded it';
  if (!isText(correlationId) || !isText(causationId)) return 'it does not say what caused it';
  return {
    eventId,
    schemaVersion,
    stream,
    revision,
    position,
    recordedAt,
    recordedBy,
    correlationId,
    causationId,
    ...(isText(traceparent) && { traceparent }),
    ...(isText(batchId) && { batchId }),
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

import type { Envelope } from '../envelope.js';
import type { EventDefinition } from './event.js';
import { definitions, type SijilEvent } from './index.js';

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

/** A recorded event, brought up to date. It is not validated again: what is in the log is a fact. */
export function decode(stored: Undecoded): SijilEvent {
  const refuse = (reason: string) => new UndecodableEvent(stored.stream, stored.position, reason);
  const definition = definitions.get(stored.type);
  if (definition === undefined) throw refuse(`nobody knows the type ${JSON.stringify(stored.type)}`);
  if (!isObject(stored.data)) throw refuse('its data is not a JSON object');
  if (!isObject(stored.metadata)) throw refuse('its metadata is not a JSON object');
  const version = versionOf(stored.metadata['schemaVersion'], definition);
  if (typeof version === 'string') throw refuse(version);

  const envelope = envelopeOf(stored, definition.version);
  if (typeof envelope === 'string') throw refuse(envelope);
  return { ...envelope, type: stored.type, data: upcast(definition, version, stored.data) } as SijilEvent;
}

/** Brings data of an earlier version of an event to the current one. */
export function upcast({ upcasts }: EventDefinition, version: number, data: Record<string, unknown>): object {
  return upcasts.slice(version - 1).reduce((older, raise) => raise(older), data);
}

function versionOf(text: unknown, { type, version }: EventDefinition): number | string {
  const written = typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
  if (written === null) return `its schema version ${JSON.stringify(text)} is not a number`;
  return written <= version
    ? written
    : `it is a ${type} of version ${written}, and this release knows up to ${version}`;
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
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where an event lies in the log: opaque, fixed width, sorts as text within one log. */
export type Position = string;

/** An instant as ISO 8601 text with an offset. Compare with {@link instant}, never as text. */
export type Instant = string;

/** Milliseconds since 1970 of an ISO 8601 instant. */
export const instant = (text: Instant): number => Date.parse(text);

/** What surrounds every event of the log (design §3). */
export interface Envelope {
  readonly eventId: string;
  readonly schemaVersion: number;
  /** `<category>-<id>`. */
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: number;
  readonly position: Position;
  /** When the register learned of it; stamped by the service. */
  readonly recordedAt: Instant;
  /** The authenticated principal. */
  readonly recordedBy: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly traceparent?: string;
  readonly batchId?: string;
}

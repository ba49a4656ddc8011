import type { Expected } from './event-store.js';

/** Somebody else appended first, or the stream is not there (`actual` is null). */
export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: number | null,
  ) {
    super(`Stream ${stream} is at revision ${actual ?? 'none'}, not at ${expected}.`);
  }
}

/** An event id is in the log already, but not as the whole of this same append. */
export class EventIdReused extends Error {
  constructor(
    readonly stream: string,
    readonly eventId: string,
  ) {
    super(`Event ${eventId} is already in the log and does not repeat this append to ${stream}.`);
  }
}

export class AppendTooLarge extends Error {
  constructor(
    readonly stream: string,
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`An append of ${bytes} bytes to ${stream} is over the limit of ${limit} bytes.`);
  }
}

/** An append no adapter can keep as it was given: no events, an id that is no UUID or comes twice, a name or text that cannot be stored. */
export class UnstorableAppend extends Error {
  constructor(
    readonly stream: string,
    readonly reason: string,
  ) {
    super(`This append to ${JSON.stringify(stream)} cannot be stored: ${reason}.`);
  }
}

/** Text that is not a position of this kind of log. */
export class MalformedPosition extends Error {
  constructor(readonly position: string) {
    super(`${JSON.stringify(position)} is not a position in this log.`);
  }
}

/** The store could not be reached or is not fit to serve; whether an append under way went in is not known: repeat it with the same event ids. */
export class StoreUnavailable extends Error {}

import type { Position } from '../event-store.js';

/** A stretch of the log in which no event is ours: after the first position, up to and including the second. */
interface Quiet {
  readonly after: Position | null;
  readonly upTo: Position;
}

/** What is known of the log from its events and from a subscription on it. */
export class Learnt {
  /** The furthest of our events that is known to be there. */
  expected: Position | null = null;
  quiet: Quiet | null = null;

  /** From where a reader who stands at `after` may go on: beyond what is known to concern others only. */
  skip(after: Position | null): Position | null {
    if (!this.quiet) return after;
    const { after: start, upTo } = this.quiet;
    return (after ?? '') >= (start ?? '') && (after ?? '') < upTo ? upTo : after;
  }
}

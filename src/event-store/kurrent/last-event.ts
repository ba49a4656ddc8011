import { StoreUnavailable } from '../errors.js';
import type { Position } from '../event-store.js';
import { isOutOfTime } from './failure.js';
import type { LogReader } from './log-reader.js';
import { AnswerLate } from './within.js';

const FIRST_LOOK = 64;
const LARGEST_LOOK = 4_096;

/** The end of the log as it once was: nothing there is ours from one position up to another, and what is before, where that is known. */
interface Quiet {
  readonly from: Position;
  readonly upTo: Position;
  readonly before?: Position | null;
}

/**
 * Where our last event lies. The server looks for it once; where that takes too long, and ever after, the events of others
 * are passed over from the end of the log backwards, and none of them twice.
 */
export class LastEvent {
  private quiet: Quiet | null = null;
  private searching: Promise<void> | null = null;

  constructor(
    private readonly reader: LogReader,
    private readonly patienceMs: number,
  ) {}

  /** Null when nothing is ours. Throws {@link StoreUnavailable} when it takes too long; the next call then goes on from there. */
  async find(): Promise<Position | null> {
    const { events, upTo: end } = await this.reader.look('backwards', null, 1);
    const at = events[0]?.position;
    if (at !== undefined || end === null) return at ?? null;
    if (this.quiet === null) {
      this.searching ??= this.search(end).finally(() => (this.searching = null));
      await this.searching;
    }
    return this.walk(end, this.quiet);
  }

  private async search(end: Position): Promise<void> {
    try {
      const { events } = await this.reader.search('backwards', end, 1);
      this.quiet = { from: end, upTo: end, before: events[0]?.position ?? null };
    } catch (error) {
      if (!(error instanceof AnswerLate) && !isOutOfTime((error as Error).cause)) throw error;
    }
  }

  private async walk(end: Position, known: Quiet | null): Promise<Position | null> {
    const began = performance.now();
    let onward = known === null;
    for (let at = end, size = FIRST_LOOK; ; size = LARGEST_LOOK) {
      const joined: Quiet | null = known !== null && at <= known.upTo ? known : null;
      if (joined && joined.from < at) at = joined.from;
      let before = joined?.before;
      if (before === undefined) {
        const { events, upTo, atEnd } = await this.reader.look('backwards', at, size);
        at = upTo ?? at;
        before = events[0]?.position ?? (atEnd ? null : undefined);
      }
      this.quiet = { from: at, upTo: end, ...(before !== undefined && { before }) };
      if (before !== undefined) return before;
      // What came since the last call is passed over in any case, or this would get no further.
      onward ||= joined !== null;
      if (onward && performance.now() - began >= this.patienceMs) {
        throw new StoreUnavailable(`The log ends with many events of others; ours were looked for back to ${at}.`);
      }
    }
  }
}

import { StoreUnavailable } from '../errors.js';
import type { Position } from '../event-store.js';
import { isOutOfTime } from './failure.js';
import type { Looked, LogReader } from './log-reader.js';
import { AnswerLate } from './within.js';

const STEP = 4_000;

/**
 * Finds our events among those of others. The server looks for them, but tells nothing before it has found one; where it
 * takes too long, the events of others are passed over here, page by page, so that every call gets further than the last.
 */
export class LogSearch {
  /** Where calls ended in the midst of others' events: from there on the server would take too long again. */
  private readonly midst = new Set<Position | null>();
  /** Where our first event lies, once it was found. */
  private first: Position | null = null;

  constructor(
    private readonly reader: LogReader,
    private readonly answerMs: number,
  ) {}

  /**
   * At most `max` of our events after `after`, where everything up to `from` is known to be others'. May find none long before
   * the end of the log, and then says how far it came.
   */
  async after(after: Position | null, max: number, from: Position | null = after): Promise<Looked> {
    const { events, upTo, atEnd } = await this.lookedOn(after, from ?? this.first, max);
    if (from === null) this.first ??= events[0]?.position ?? null;
    const last = events[max - 1];
    return last && events.length > max
      ? { events: events.slice(0, max), upTo: last.position, atEnd: false }
      : { events, upTo, atEnd };
  }

  private async lookedOn(after: Position | null, from: Position | null, max: number): Promise<Looked> {
    if (this.midst.delete(from)) return this.walk(after, from);
    try {
      // The server begins at the position itself, and so gives one more.
      const looked = beyond(after, await this.reader.search('forwards', from, max + 1));
      if (looked.events.length > 0 || looked.atEnd) return looked;
    } catch (error) {
      if (!(error instanceof AnswerLate) && !isOutOfTime((error as Error).cause)) throw error;
    }
    return this.walk(after, from);
  }

  private async walk(after: Position | null, from: Position | null): Promise<Looked> {
    const began = performance.now();
    for (let at = from; ;) {
      const looked = beyond(after, await this.reader.look('forwards', at, STEP));
      const { events, upTo, atEnd } = looked;
      if (events.length > 0 || atEnd) return looked;
      if (upTo === at) throw new StoreUnavailable(`KurrentDB gave no event after ${at} in time.`);
      at = upTo;
      if (performance.now() - began < this.answerMs) continue;
      this.midst.add(at);
      return looked;
    }
  }
}

const beyond = (after: Position | null, { events, ...looked }: Looked): Looked => ({
  ...looked,
  events: after === null ? events : events.filter(({ position }) => position > after),
});

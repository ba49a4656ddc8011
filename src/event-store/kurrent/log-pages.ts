import { MalformedPosition, StoreUnavailable } from '../errors.js';
import { matching } from '../event-filter.js';
import type { Page, Position, ReadAll, StoredEvent } from '../event-store.js';
import type { Bell } from './bell.js';
import { isAboutSomethingElse } from './failure.js';
import { logPositionOf } from './log-position.js';
import type { Looked, LogReader } from './log-reader.js';
import type { LogSearch } from './log-search.js';
import type { Remembered } from './remembered.js';

const FILTERED_PAGE = 500;

/** The whole log, a page at a time. */
export class LogPages {
  constructor(
    private readonly reader: LogReader,
    private readonly search: Remembered<LogSearch>,
    private readonly bell: Bell,
  ) {}

  async page({ after, filter, max }: ReadAll): Promise<Page> {
    const matches = matching(filter);
    const most = filter?.categories || filter?.types ? Math.max(max, FILTERED_PAGE) : max;
    // One more shows whether this is the end.
    const found = await this.found(after, most + 1);
    const events: StoredEvent[] = [];
    let used = 0;
    for (const event of found.events) {
      if (used === most || events.length === max) break;
      used += 1;
      if (matches(event)) events.push(event);
    }
    this.bell.expect(found.events.at(-1)?.position ?? null);
    if (used < found.events.length) return { events, next: found.events[used - 1]?.position ?? after, atEnd: false };
    return { events, next: found.upTo ?? after, atEnd: found.atEnd };
  }

  /** At most so many of our events after a position. Throws {@link MalformedPosition} where no event begins. */
  private async found(after: Position | null, max: number): Promise<Looked> {
    if (after !== null) logPositionOf(after);
    try {
      return await this.search.current.after(after, max, this.bell.skip(after));
    } catch (error) {
      if (after === null || !wasAnswered(error)) throw error;
    }
    // To the client, a server that knows no such position and one that is away look alike. Only the latter is away for all.
    await this.reader.end();
    try {
      return await this.search.current.after(after, max);
    } catch (error) {
      if (mayDenyPlace(error)) await this.mustBegin(after);
      throw error;
    }
  }

  /** Throws {@link MalformedPosition} where no event begins: a search may fail by itself, while a plain look there succeeds. */
  private async mustBegin(position: Position): Promise<void> {
    try {
      await this.reader.look('forwards', position, 1);
    } catch (error) {
      if (!mayDenyPlace(error)) throw error;
      await this.reader.end();
      throw new MalformedPosition(position);
    }
  }
}

const wasAnswered = (error: unknown): error is StoreUnavailable =>
  error instanceof StoreUnavailable && error.cause !== undefined;

/** Whether this may be how the server says that it knows no such position. */
const mayDenyPlace = (error: unknown): boolean => wasAnswered(error) && !isAboutSomethingElse(error.cause);

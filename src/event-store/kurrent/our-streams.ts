import type { Filter } from '@kurrent/kurrentdb-client';
import { categoryOf } from '../event-filter.js';

/** Which of the server's streams are ours: those of our categories, under our prefix. */
export class OurStreams {
  readonly filter: Filter;
  private readonly categories: ReadonlySet<string>;

  constructor(
    categories: readonly string[],
    readonly prefix: string,
  ) {
    this.categories = new Set(categories);
    const names = categories.map(literal).join('|');
    this.filter = {
      filterOn: 'streamName',
      regex: `^${literal(prefix)}(?:${names})(?:-|$)`,
      checkpointInterval: CHECKPOINT_EVERY_WINDOWS,
      maxSearchWindow: SEARCH_WINDOW,
    };
  }

  /** Whether somebody who reads the log would ever see this stream. */
  has(stream: string): boolean {
    return this.categories.has(categoryOf(stream));
  }

  nameOnServer(stream: string): string {
    return this.prefix + stream;
  }
}

const SEARCH_WINDOW = 500;
const CHECKPOINT_EVERY_WINDOWS = 1;

/** The text as a regular expression that matches just it. */
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);

import type { Filter } from '@kurrent/kurrentdb-client';
import { categoryOf } from '../event-filter.js';

/** Which of the server's streams are ours: those of our categories, under our prefix. */
export class OurStreams {
  readonly filter: Filter;
  private readonly categories: ReadonlySet<string>;
  private readonly names: RegExp;

  constructor(
    categories: readonly string[],
    readonly prefix: string,
  ) {
    this.categories = new Set(categories);
    const regex = `^${literal(prefix)}(?:${categories.map(literal).join('|')})(?:-|$)`;
    this.names = new RegExp(regex);
    this.filter = {
      filterOn: 'streamName',
      regex,
      checkpointInterval: CHECKPOINT_EVERY_WINDOWS,
      maxSearchWindow: SEARCH_WINDOW,
    };
  }

  /** Whether somebody who reads the log would ever see this stream. */
  has(stream: string): boolean {
    return this.categories.has(categoryOf(stream));
  }

  /** The same of a stream by its name on the server. */
  owns(nameOnServer: string): boolean {
    return this.names.test(nameOnServer);
  }

  nameOnServer(stream: string): string {
    return this.prefix + stream;
  }
}

const SEARCH_WINDOW = 500;
const CHECKPOINT_EVERY_WINDOWS = 1;

/** The text as a regular expression that matches just it. */
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`);

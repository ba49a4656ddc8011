import type pg from 'pg';
import type { Position } from '../domain/envelope.js';
import type { SijilEvent } from '../domain/events/index.js';
import type { Category } from '../domain/streams.js';

/** A run of the log: every event of the projection's categories after one position, up to and including another. */
export interface ProjectedPage {
  readonly after: Position | null;
  readonly until: Position;
  readonly events: readonly SijilEvent[];
}

/** Which event lay where. */
export interface KnownEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}

/** What is kept of the log in tables of its own. Its answers depend on the events alone, never on how they were paged. */
export interface Projection {
  /** Also the PostgreSQL schema its tables are in, and the name of its checkpoint. */
  readonly name: string;
  readonly categories: readonly Category[];

  /** Writes what a page says. The transaction is the one that moves the checkpoint. */
  write(page: ProjectedPage, transaction: pg.ClientBase): Promise<void>;

  /** How many events of each of these streams it has been told; by it, a gap in the log is noticed. */
  lengths?(streams: readonly string[], transaction: pg.ClientBase): Promise<ReadonlyMap<string, number>>;

  /** The last event that its rows tell of, in one short look; by it, a log is known again. */
  lastEvent?(pool: pg.Pool): Promise<KnownEvent | null>;

  /** A bounded piece of what is derived after pages are in; false when nothing was left to do. */
  deriveSome?(pool: pg.Pool): Promise<boolean>;
}

import type { Instant, Position } from '../../domain/envelope.js';
import type { Facts } from '../../domain/register/facts.js';

/** Facts, and the position of the log at which all of them stand. */
export interface FactsAt {
  readonly facts: Facts;
  readonly position: Position;
}

/** Reads the register's rows about one subject, in one piece. */
export abstract class FactsReader {
  /** Null when no such incident was ever opened, in any version of the register. */
  abstract incident(id: string): Promise<FactsAt | null>;

  /** Null when no such series was ever defined. */
  abstract series(id: string): Promise<FactsAt | null>;

  /**
   * The end of the longest prefix of the log in which everything was recorded at or before an instant: R as a position. The
   * empty text, before every position, when there is no such prefix.
   */
  abstract positionAt(recorded: Instant): Promise<Position>;

  /** Where the register stands; the empty text before the first event. */
  abstract position(): Promise<Position>;
}

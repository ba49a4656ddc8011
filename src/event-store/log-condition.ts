/** A transaction that has written to the log and not ended: no event after its own can be read before it does. */
export interface Blocker {
  /** Its virtual transaction; of a prepared one, its number. */
  readonly transaction: string;
  /** The database process that holds it; null of a prepared one, which belongs to none. */
  readonly pid: number | null;
  /** The name of a prepared transaction. */
  readonly gid: string | null;
  /** What the program calls itself; null where it does not. */
  readonly application: string | null;
  /** Such as `idle in transaction`. */
  readonly state: string;
  /** When the transaction began, or was prepared. */
  readonly since: string;
  readonly heldMs: number;
  /** The statement it runs, or ran last. It may hold what somebody typed: for those who run the register, and nobody else. */
  readonly statement: string | null;
  /** The statement that ends it. */
  readonly end: string;
}

/** How the log is doing, as this process sees it. */
export interface LogCondition {
  /** For how long, in milliseconds, readers have waited for writes that are not finished; 0 while nothing is in their way. */
  readonly lagMs: number;
  readonly blockers: readonly Blocker[];
  /** How often the subscription that wakes this process's readers was lost and begun again. */
  readonly reconnections: number;
}

export const UNHINDERED: LogCondition = { lagMs: 0, blockers: [], reconnections: 0 };

import type { Position } from '../domain/envelope.js';
import type { Stop } from './stop.js';

/**
 * `idle`: not started here · `catching-up` · `live`: at the end of the log · `retrying`: something failed and is tried again ·
 * `stopped`: it cannot go on without somebody's help, and `error` says why.
 */
export type ProjectionState = 'idle' | 'catching-up' | 'live' | 'retrying' | 'stopped';

export interface ProjectionStatus {
  readonly projection: string;
  readonly state: ProjectionState;
  /** Position up to which its rows account for the log; null before the first event. */
  readonly checkpoint: Position | null;
  /** The end of the log when last seen. */
  readonly head: Position | null;
  /** For how long, in milliseconds, it has not been at the end of the log; 0 while it is. */
  readonly lagMs: number;
  /** What went wrong last; null when all is well. */
  readonly error: string | null;
  /** Why it stopped, and at which event; null unless it has. */
  readonly stop: Stop | null;
}

import type { Position } from '../../domain/envelope.js';

/** How far that has come from which questions are answered. */
export abstract class ReadModel {
  abstract position(): Promise<Position>;

  /** Waits until it has come to a position; false when it does not within the time. */
  abstract reached(position: Position, timeoutMs: number): Promise<boolean>;
}

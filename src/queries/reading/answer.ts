import type { Instant, Position } from '../../domain/envelope.js';

/** Where an answer stands on both clocks, as they were understood. Asking with both gives the same answer again. */
export interface Stands {
  /** How far the register had come. */
  readonly position: Position;
  readonly asOf: {
    readonly claimed: Instant | null;
    readonly recorded: Position;
  };
}

export type Answer<Content extends object> = Stands & Content;

/** One page of a list. */
export interface Page<Item extends object> {
  readonly items: readonly Item[];
  /** The cursor to the next page; null on the last. A page may be short, or empty, and not be the last. */
  readonly next: string | null;
}

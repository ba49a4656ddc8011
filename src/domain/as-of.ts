import type { Instant, Position } from './envelope.js';

/**
 * The two clocks of a question (design §5). `claimed`: what had been said by then; null for all that was ever said.
 * `recorded`: what the register held up to that position of the log, inclusive; null for all of it. An instant on the recorded
 * clock is turned into a position before a question is asked.
 */
export interface AsOf {
  readonly claimed: Instant | null;
  readonly recorded: Position | null;
}

export const NOW: AsOf = { claimed: null, recorded: null };

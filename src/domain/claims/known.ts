import type { Position } from '../envelope.js';
import type { Row } from '../register/rows.js';

/** Whether the register held a row at a position of the log; null is the end of the log. Positions compare as text. */
export const isKnown = ({ from, until }: Row, recorded: Position | null): boolean =>
  recorded === null ? until === null : from <= recorded && (until === null || recorded < until);

/** Whether the register had held a row by then, even if it was corrected or withdrawn since. */
export const wasKnown = ({ from }: Row, recorded: Position | null): boolean => recorded === null || from <= recorded;

const byOrdinal = (a: Row, b: Row) => (a.ordinal < b.ordinal ? -1 : a.ordinal > b.ordinal ? 1 : 0);

/** The rows that the register held, in the order of their original events. */
export const knownAt = <R extends Row>(rows: readonly R[], recorded: Position | null): R[] =>
  rows.filter((row) => isKnown(row, recorded)).sort(byOrdinal);

import type { Location } from './row.js';

/** Something in a case file that cannot be taken as it is: where it stands (lines and columns count from 1) and why. */
export interface Problem extends Location {
  readonly message: string;
  /** What the row that it spoils would have recorded, where it spoils one row only. */
  readonly row?: string;
}

const LONGEST = 1000;
// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Words of a file as they may be repeated to whoever reads a message: of some length, and without signs that steer a terminal. */
const shown = (words: string): string =>
  (words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words)
    .toWellFormed()
    .replaceAll(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The problem in words that can be shown. */
export const readable = <P extends Problem>(problem: P): P => ({
  ...problem,
  message: shown(problem.message),
  ...(problem.row !== undefined && { row: shown(problem.row) }),
});

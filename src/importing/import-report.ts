import type { Position } from '../domain/envelope.js';
import type { Problem } from './problem.js';

/** A problem of one of the files of an import. */
export interface FileProblem extends Problem {
  readonly file: string;
  /** The code of the refusal, where it was the register that refused. */
  readonly code?: string;
}

/** What became of one file. */
export interface FileReport {
  readonly file: string;
  readonly case: string;
  /** Rows that were new, and are now in the register (or, in a dry run, would be). */
  readonly recorded: number;
  /** Rows that the register had already. */
  readonly repeated: number;
  /** Rows that were not taken; every one of them is named in the problems. */
  readonly refused: number;
  /** Sound rows that were not sent any more, because all or nothing had become impossible. */
  readonly unsent: number;
}

/** What an import did. */
export interface ImportReport {
  readonly batchId: string;
  /** Nothing was appended because nobody wanted it (`--dry-run`). */
  readonly dryRun: boolean;
  /** Nothing was appended because one row was bad (`--all-or-nothing`). */
  readonly withheld: boolean;
  /**
   * All or nothing was asked for and could not be had: another writer came in between, a row was refused after others had been
   * recorded, and those stay.
   */
  readonly partial: boolean;
  readonly files: readonly FileReport[];
  /** In the order of the files, and of the lines in them. */
  readonly problems: readonly FileProblem[];
  /** Position in the log of the last row; null when there was none. */
  readonly position: Position | null;
}

import { v7 as uuid } from 'uuid';
import type { Command } from '@nestjs/cqrs';
import type { Principal } from '../access/principal.js';
import type { Appended, CommandContext } from '../commands/decision-log.js';
import { RehearsalOverlay } from '../commands/rehearsal-overlay.js';
import { DomainError } from '../domain/domain-error.js';
import { commandOf } from './command-of.js';
import type { CompiledCase } from './compile-case-file.js';
import type { ImportReport } from './import-report.js';
import type { Row } from './row.js';
import { Tally } from './tally.js';

/** Whoever carries out commands: the CommandBus. */
export interface Commands {
  execute(command: Command<Appended>): Promise<Appended>;
}

/** How far an import is; each row is rehearsed first and recorded then. */
export interface Progress {
  readonly phase: 'rehearsing' | 'recording';
  readonly done: number;
  readonly total: number;
}

export interface ImportWish {
  /** Who records it. */
  readonly by: Principal;
  /** Decide every row, append none. */
  readonly dryRun?: boolean;
  /** Append nothing at all if one row is bad. */
  readonly allOrNothing?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the import between two rows; the same import sent again completes it. */
  readonly signal?: AbortSignal;
}

interface Task {
  readonly file: number;
  readonly row: Row;
}

/** Sends the rows of case files as commands, after a rehearsal that says which of them the register would refuse. */
export class Importer {
  constructor(private readonly commands: Commands) {}

  /** Throws what is no refusal: a lost database, say. What was recorded until then stays, and is recognised next time. */
  async import(cases: readonly CompiledCase[], wish: ImportWish): Promise<ImportReport> {
    const batchId = uuid();
    const tally = new Tally(cases);
    const all = cases.flatMap(({ rows }, file) => rows.map((row) => ({ file, row })));

    const sound = await this.rehearse(all, wish, batchId, tally);
    const withheld = wish.allOrNothing === true && tally.problems.length > 0;
    if (wish.dryRun === true || withheld) return tally.report({ batchId, dryRun: wish.dryRun === true, withheld });

    const rehearsed = tally.startAgain();
    const whole = await this.record(sound, wish, batchId, tally);
    if (whole) return tally.report({ batchId, dryRun: false, withheld: false });
    if (tally.appended > 0) return tally.report({ batchId, dryRun: false, withheld: false, partial: true });
    tally.startAgain(rehearsed);
    return tally.report({ batchId, dryRun: false, withheld: true });
  }

  /** The tasks that the register would take, decided one after another over what those before them would add. */
  private async rehearse(
    all: readonly Task[],
    wish: ImportWish,
    batchId: string,
    tally: Tally,
  ): Promise<readonly Task[]> {
    const rehearsal = new RehearsalOverlay();
    const sound: Task[] = [];
    for (const [index, task] of all.entries()) {
      wish.signal?.throwIfAborted();
      const taken = await this.send(task, { ...contextOf(task.row, wish, batchId), rehearsal }, tally);
      if (taken) sound.push(task);
      wish.onProgress?.({ phase: 'rehearsing', done: index + 1, total: all.length });
    }
    return sound;
  }

  /**
   * False when all or nothing was asked for and a row was refused that was sound in the rehearsal: somebody else got in
   * between. What is recorded cannot be taken back, so the rows behind it are left alone.
   */
  private async record(sound: readonly Task[], wish: ImportWish, batchId: string, tally: Tally): Promise<boolean> {
    for (const [index, task] of sound.entries()) {
      wish.signal?.throwIfAborted();
      const taken = await this.send(task, contextOf(task.row, wish, batchId), tally).catch((error: unknown) => {
        throw tally.appended > 0 ? new ImportBrokeOff(tally.appended, error) : error;
      });
      if (!taken && wish.allOrNothing === true) {
        for (const { file } of sound.slice(index + 1)) tally.left(file);
        return false;
      }
      wish.onProgress?.({ phase: 'recording', done: index + 1, total: sound.length });
    }
    return true;
  }

  private async send({ file, row }: Task, context: CommandContext, tally: Tally): Promise<boolean> {
    try {
      tally.took(file, await this.commands.execute(commandOf(row, context)));
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      tally.refused(file, row, error);
      return false;
    }
  }
}

/** Nothing was refused: recording rows became impossible. */
export class ImportBrokeOff extends Error {
  constructor(recorded: number, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const rows = recorded === 1 ? '1 row was recorded and stays' : `${recorded} rows were recorded and stay`;
    super(`The import broke off: ${why.replace(/\.?$/, '.')} ${rows}; the same command goes on from there.`, { cause });
  }
}

/** Rows belong to their case, not to who sends them. No principal has such a name. */
const ROWS_OF_A_CASE = '(import)';

const contextOf = (row: Row, { by }: ImportWish, batchId: string): CommandContext => ({
  by,
  idempotencyKey: row.key,
  keyOf: ROWS_OF_A_CASE,
  batchId,
  correlationId: batchId,
});

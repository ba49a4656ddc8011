import { v7 as uuid } from 'uuid';
import type { Command } from '@nestjs/cqrs';
import type { Principal } from '../access/principal.js';
import type { Appended, CommandContext } from '../commands/decision-log.js';
import { RehearsalOverlay } from '../commands/rehearsal-overlay.js';
import { DomainError } from '../domain/domain-error.js';
import type { Position } from '../domain/envelope.js';
import { InvalidData } from '../domain/schema/problem.js';
import { commandOf } from './command-of.js';
import type { CompiledCase } from './compile-case-file.js';
import type { FileProblem, FileReport, ImportReport } from './import-report.js';
import type { Row } from './row.js';

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

    tally.forget();
    await this.record(sound, wish, batchId, tally);
    return tally.report({ batchId, dryRun: false, withheld: false });
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

  private async record(sound: readonly Task[], wish: ImportWish, batchId: string, tally: Tally): Promise<void> {
    for (const [index, task] of sound.entries()) {
      wish.signal?.throwIfAborted();
      await this.send(task, contextOf(task.row, wish, batchId), tally);
      wish.onProgress?.({ phase: 'recording', done: index + 1, total: sound.length });
    }
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

const contextOf = (row: Row, { by }: ImportWish, batchId: string): CommandContext => ({
  by,
  idempotencyKey: row.key,
  batchId,
  correlationId: batchId,
});

/** What has become of the rows so far. */
class Tally {
  readonly problems: FileProblem[];
  private recorded: number[];
  private repeated: number[];
  private position: Position | null = null;

  constructor(private readonly cases: readonly CompiledCase[]) {
    this.problems = cases.flatMap(({ file, problems }) => problems.map((problem) => ({ file, ...problem })));
    this.recorded = cases.map(() => 0);
    this.repeated = cases.map(() => 0);
  }

  took(file: number, { repeated, position }: Appended): void {
    const count = repeated ? this.repeated : this.recorded;
    count[file] = (count[file] ?? 0) + 1;
    this.position = position;
  }

  refused(file: number, row: Row, error: DomainError): void {
    const found = error instanceof InvalidData ? error.problems : [{ pointer: error.pointer, message: error.message }];
    for (const { pointer, message } of found) {
      this.problems.push({
        file: this.cases[file]!.file,
        ...row.locate(pointer),
        message,
        row: row.name,
        code: error.code,
      });
    }
  }

  /** Forgets what a rehearsal took, not what it refused. */
  forget(): void {
    this.recorded = this.cases.map(() => 0);
    this.repeated = this.cases.map(() => 0);
    this.position = null;
  }

  report(outcome: Pick<ImportReport, 'batchId' | 'dryRun' | 'withheld'>): ImportReport {
    const appended = !outcome.dryRun && !outcome.withheld;
    return { ...outcome, files: this.files(), problems: this.inOrder(), position: appended ? this.position : null };
  }

  private files(): readonly FileReport[] {
    return this.cases.map(({ file, id }, index) => {
      const refused = new Set(
        this.problems.filter((one) => one.file === file).map(({ row, pointer }) => row ?? pointer),
      );
      return {
        file,
        case: id,
        recorded: this.recorded[index]!,
        repeated: this.repeated[index]!,
        refused: refused.size,
      };
    });
  }

  private inOrder(): readonly FileProblem[] {
    const rank = new Map(this.cases.map(({ file }, index) => [file, index]));
    return this.problems.toSorted(
      (a, b) => rank.get(a.file)! - rank.get(b.file)! || a.line - b.line || a.column - b.column,
    );
  }
}

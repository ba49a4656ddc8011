import type { Appended } from '../commands/decision-log.js';
import type { DomainError } from '../domain/domain-error.js';
import type { Position } from '../domain/envelope.js';
import { InvalidData } from '../domain/schema/problem.js';
import type { CompiledCase } from './compile-case-file.js';
import { Fallen } from './fallen.js';
import type { FileProblem, FileReport, ImportReport } from './import-report.js';
import { readable } from './problem.js';
import type { Row } from './row.js';

/** Rows by file. */
interface Counts {
  readonly recorded: readonly number[];
  readonly repeated: readonly number[];
}

type Outcome = Pick<ImportReport, 'batchId' | 'dryRun' | 'withheld'> & Partial<Pick<ImportReport, 'partial'>>;

const oneMore = (counts: readonly number[], file: number): readonly number[] =>
  counts.map((count, index) => (index === file ? count + 1 : count));

/** What has become of the rows so far. */
export class Tally {
  readonly problems: FileProblem[];
  private readonly fallen: Fallen;
  private recorded: readonly number[];
  private repeated: readonly number[];
  private readonly unsent: number[];
  private position: Position | null = null;

  constructor(private readonly cases: readonly CompiledCase[]) {
    this.problems = cases.flatMap(({ file, problems }) => problems.map((problem) => ({ file, ...problem })));
    this.fallen = new Fallen(cases);
    this.recorded = cases.map(() => 0);
    this.repeated = cases.map(() => 0);
    this.unsent = cases.map(() => 0);
  }

  /** Rows that were new. */
  get appended(): number {
    return this.recorded.reduce((sum, count) => sum + count, 0);
  }

  took(file: number, { repeated, position }: Appended): void {
    if (repeated) this.repeated = oneMore(this.repeated, file);
    else this.recorded = oneMore(this.recorded, file);
    this.position = position;
  }

  left(file: number): void {
    this.unsent[file]! += 1;
  }

  refused(file: number, row: Row, error: DomainError): void {
    const found = error instanceof InvalidData ? error.problems : [{ pointer: error.pointer, message: error.message }];
    const because = this.fallen.why(error);
    this.fallen.add(this.cases[file]!.file, row);
    for (const { pointer, message } of found) {
      this.problems.push({
        file: this.cases[file]!.file,
        ...readable({ ...row.locate(pointer), message: message + because, row: row.name }),
        code: error.code,
      });
    }
  }

  /** Sets aside what was taken, not what was refused, and counts from there; answers what it set aside. */
  startAgain({ recorded, repeated }: Counts = this.none()): Counts {
    const before = { recorded: this.recorded, repeated: this.repeated };
    [this.recorded, this.repeated, this.position] = [recorded, repeated, null];
    return before;
  }

  private none(): Counts {
    const zeros = this.cases.map(() => 0);
    return { recorded: zeros, repeated: zeros };
  }

  report(outcome: Outcome): ImportReport {
    const appended = !outcome.dryRun && !outcome.withheld;
    return {
      partial: false,
      ...outcome,
      files: this.files(),
      problems: this.inOrder(),
      position: appended ? this.position : null,
    };
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
        unsent: this.unsent[index]!,
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

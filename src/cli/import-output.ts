import { EXIT, type ExitCode } from './exit-codes.js';
import type { FileReport, ImportReport } from '../importing/import-report.js';

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

/** An import in sentences: problems first, each with its line, then a line for each file. */
export function importLines(report: ImportReport): readonly string[] {
  const { files, problems, dryRun, withheld, partial, batchId } = report;
  const named = problems.map(({ file, line, column, pointer, row, message }) => {
    const what = [row, pointer || undefined].filter((part) => part !== undefined).join(', ');
    return `${file}:${line}:${column}: ${what === '' ? '' : `${what}: `}${message}`;
  });
  const halved = partial ? [`${HALVED} The batch is ${batchId}.`] : [];
  return [...named, ...files.map((file) => sentence(file, dryRun, withheld)), ...halved];
}

const HALVED =
  'All or nothing was asked for, but another writer changed the register while the rows were being recorded. What was ' +
  'recorded stays: put the refused row right and import again, or withdraw the entries of this batch.';

function sentence(
  { file, recorded, repeated, refused, unsent }: FileReport,
  dryRun: boolean,
  withheld: boolean,
): string {
  if (withheld)
    return `${file}: nothing recorded, because all or nothing was asked for; ${rows(recorded)} would have been, ${refused} refused.`;
  const done = dryRun ? `${rows(recorded)} would be recorded` : `${rows(recorded)} recorded`;
  const left = unsent === 0 ? '' : `, ${unsent} not tried`;
  return `${file}: ${done}, ${repeated} known already, ${refused} refused${left}.`;
}

/** A refused row is an answer; all or nothing that became neither is a failure, for others may rely on nothing. */
export function exitCodeOf({ partial, problems }: ImportReport): ExitCode {
  if (partial) return EXIT.failed;
  return problems.length > 0 ? EXIT.refused : EXIT.ok;
}

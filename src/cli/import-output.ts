import type { FileReport, ImportReport } from '../importing/import-report.js';

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

/** An import in sentences: problems first, each with its line, then a line for each file. */
export function importLines({ files, problems, dryRun, withheld }: ImportReport): readonly string[] {
  const named = problems.map(({ file, line, column, pointer, row, message }) => {
    const what = [row, pointer || undefined].filter((part) => part !== undefined).join(', ');
    return `${file}:${line}:${column}: ${what === '' ? '' : `${what}: `}${message}`;
  });
  return [...named, ...files.map((file) => sentence(file, dryRun, withheld))];
}

function sentence({ file, recorded, repeated, refused }: FileReport, dryRun: boolean, withheld: boolean): string {
  if (withheld)
    return `${file}: nothing recorded, because all or nothing was asked for; ${rows(recorded)} would have been, ${refused} refused.`;
  const done = dryRun ? `${rows(recorded)} would be recorded` : `${rows(recorded)} recorded`;
  return `${file}: ${done}, ${repeated} known already, ${refused} refused.`;
}

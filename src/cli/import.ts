import { CommandBus } from '@nestjs/cqrs';
import { Importer } from '../importing/importer.js';
import type { ExitCode } from './exit-codes.js';
import { exitCodeOf, importLines } from './import-output.js';
import { shownProgress } from './progress.js';
import { readCaseFiles } from './read-case-files.js';
import { interruptible, withRegister } from './register.js';
import { say, sayJson, type Terminal } from './terminal.js';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly allOrNothing?: boolean;
  readonly json?: boolean;
  /** The name that stands in the log as who recorded it. */
  readonly as: string;
}

/** `sijil import`: case files into the register. */
export async function importCaseFiles(
  files: readonly string[],
  options: ImportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const cases = await readCaseFiles(files);
  const progress = shownProgress(terminal);
  const report = await interruptible((signal) =>
    withRegister((app) =>
      new Importer(app.get(CommandBus))
        .import(cases, {
          // Whoever holds the machine may see, and so name, everything.
          by: { id: options.as, role: 'admin' },
          dryRun: options.dryRun ?? false,
          allOrNothing: options.allOrNothing ?? false,
          onProgress: progress.show,
          signal,
        })
        .finally(progress.done),
    ),
  );
  if (options.json) sayJson(terminal, report);
  else for (const line of importLines(report)) say(terminal, line);
  return exitCodeOf(report);
}

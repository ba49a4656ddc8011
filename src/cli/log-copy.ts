import { withoutPassword } from '../database/index.js';
import { copyLog, type CopyReport, type LogDigest } from '../event-store/copy/copy-log.js';
import { copyPassages } from '../vault/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { openLog } from './open-log.js';
import { shownProgress } from './progress.js';
import { interruptible } from './register.js';
import { say, sayJson, tell, type Terminal } from './terminal.js';

export interface LogCopyOptions {
  /** `postgres://…`, `kurrentdb://…` or the folder of an embedded register. */
  readonly from: string;
  readonly to: string;
  readonly json?: boolean;
}

/** `sijil log copy`: every event of one log into another, with the words that belong to them where both are in PostgreSQL. */
export async function copyLogBetween(options: LogCopyOptions, terminal: Terminal): Promise<ExitCode> {
  const { report, passages } = await interruptible((signal) => copied(options, signal, terminal));
  if (options.json) sayJson(terminal, { ...report, passages });
  else for (const line of linesOf(report, passages)) say(terminal, line);
  if (report.sourceWentOn)
    tell(terminal, 'Events were added to the source meanwhile. Stop its service and copy again.');
  return report.sourceWentOn ? EXIT.refused : EXIT.ok;
}

async function copied({ from, to }: LogCopyOptions, signal: AbortSignal, terminal: Terminal) {
  tell(terminal, `Copying the log of ${withoutPassword(from)} to ${withoutPassword(to)}`);
  const progress = shownProgress(terminal);
  const source = await openLog(from, 'source');
  try {
    const target = await openLog(to, 'target');
    try {
      const report = await copyLog({ from: source.log, to: target.log, onProgress: progress.show, signal });
      // After the events: whatever their erasures emptied in the source is empty in what is copied.
      const passages = source.pool && target.pool ? await copyPassages(source.pool, target.pool) : null;
      return { report, passages };
    } finally {
      await target.close();
    }
  } finally {
    progress.done();
    await source.close();
  }
}

function linesOf({ copied, alreadyThere, source, target }: CopyReport, passages: number | null): readonly string[] {
  const chain = (name: string, { events, chain, lastPosition }: LogDigest) =>
    `${name}  ${events} events, the last at ${lastPosition ?? 'no position'}, chain ${chain}`;
  return [
    `${copied} events copied, ${alreadyThere} were there already. The logs are the same:`,
    chain('source', source),
    chain('target', target),
    passages === null
      ? 'The words stay in the database they are in.'
      : `${passages} passages of the vault are there as well.`,
  ];
}

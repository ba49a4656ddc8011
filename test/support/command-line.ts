import { Writable } from 'node:stream';
import { run } from '../../src/cli/run.js';
import type { ExitCode } from '../../src/cli/exit-codes.js';
import type { Terminal } from '../../src/cli/terminal.js';

export interface Ended {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface WatchedTerminal extends Terminal {
  readonly written: { readonly out: string; readonly err: string };
}

/** A terminal that remembers what was written to it. */
export function watchedTerminal(): WatchedTerminal {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        written[name] += String(chunk);
        done();
      },
    });
  return { out: stream('out'), err: stream('err'), written };
}

/** Runs `sijil …` with these settings in its environment. */
export async function sijil(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const before = { ...process.env };
  Object.assign(process.env, environment);
  const terminal = watchedTerminal();
  try {
    const code = await run(argv, terminal);
    return { code, ...terminal.written };
  } finally {
    for (const name of Object.keys(environment)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

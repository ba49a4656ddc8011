import { CommanderError } from 'commander';
import { ConfigInvalid } from '../config.js';
import { DomainError } from '../domain/domain-error.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { program } from './program.js';
import { tell, type Terminal } from './terminal.js';

/** Runs one command line, `argv` without the program's own name, and answers how it ended. A service it started goes on. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  try {
    await program(terminal, (ended) => (code = ended)).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return explained(error, terminal);
  }
}

function explained(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof ConfigInvalid) {
    tell(terminal, error.message);
    return EXIT.usage;
  }
  tell(terminal, error instanceof Error ? error.message : String(error));
  return error instanceof DomainError ? EXIT.refused : EXIT.failed;
}

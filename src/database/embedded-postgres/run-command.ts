import { spawn } from 'node:child_process';
import type { RunAs } from './run-as.js';

export interface CommandResult {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a program to its end, as another user if asked, with none of our environment but the PATH. */
export function runCommand(program: string, args: readonly string[], as: RunAs | null): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...as, env: bareEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    // We may be told to stop before it is done; it must not go on without us.
    const end = () => child.kill();
    process.once('exit', end);
    child.on('error', (error) => {
      process.off('exit', end);
      reject(error);
    });
    child.on('close', (status) => {
      process.off('exit', end);
      resolve({ status, output: Buffer.concat(output).toString('utf8').trim() });
    });
  });
}

/** PGDATA, PGOPTIONS and the like are meant for somebody else's server. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

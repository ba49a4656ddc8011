import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { EmbeddedPostgresFailed } from './errors.js';
import type { RunAs } from './run-as.js';
import { bareEnvironment } from './run-command.js';

/**
 * Runs the server for as long as somebody holds the pipe `alive` open, and stops it when the last one is gone. The
 * kernel counts the holders and closes the pipe for a process that was killed, so no server is left unattended. Who opens
 * the pipe writes a line with its name; the answer, in a file of that name, is the server's pid. One who comes too late
 * gets no answer.
 */
const KEEPER = `
  run=$1; socket=$2; shift 2
  cd "$run" || exit
  exec 2>>../server.log
  mkdir -p users
  [ -p alive ] || mkfifo -m 600 alive || exit
  exec 3<>alive 4<alive
  "$@" </dev/null >&2 3>&- 4<&- &
  server=$!
  { while read -r user; do echo "$server" >"users/$user"; done; kill -INT "$server"; } <&4 >&2 3>&- 4<&- &
  answering=$!
  exec 4<&-
  echo started
  read -r joined
  exec 3>&-
  wait "$server"
  kill "$answering" 2>/dev/null
  [ "$socket" = "$run" ] && exit
  rm -f "$socket/.s.PGSQL.5432" "$socket/.s.PGSQL.5432.lock"
  rmdir "$socket"
`;

/** A server being started. It waits for its first user, and ends if none comes. */
export interface Keeper {
  /** Says that the first user has opened the pipe; from then on the keeper is on its own. */
  letGo(): void;
}

/** Starts the keeper, a shell in a session of its own, in the folder `run`. */
export async function startKeeper(
  run: string,
  socketFolder: string,
  command: readonly string[],
  as: RunAs | null,
): Promise<Keeper> {
  const child = spawn('/bin/sh', ['-c', KEEPER, 'sijil-keeper', run, socketFolder, ...command], {
    ...as,
    cwd: '/',
    env: bareEnvironment(),
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  await started(child, run);
  return {
    letGo() {
      child.stdin?.end('joined\n');
      child.stdout?.destroy();
      child.unref();
    },
  };
}

async function started(child: ChildProcess, run: string): Promise<void> {
  child.stdin?.on('error', () => undefined); // it may have ended already, which is seen below
  const first = await Promise.race([
    once(child.stdout!, 'data').then(() => null),
    once(child, 'exit').then(([status]) => `it ended with status ${status}`),
    once(child, 'error').then(([error]) => (error as Error).message),
  ]).catch((error: Error) => error.message);
  if (first !== null)
    throw new EmbeddedPostgresFailed(`The embedded PostgreSQL in ${run} could not be launched: ${first}.`);
}

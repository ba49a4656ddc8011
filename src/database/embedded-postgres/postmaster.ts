import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SocketVanished } from './errors.js';
import { identify, isAlive, type ProcessIdentity } from './process-identity.js';
import { untilAnswered } from './until-answered.js';

/** What a running server writes about itself in its data folder. */
interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

const MINUTE = 60_000;

/** Where the server's socket is, once it accepts connections. Null when it ended instead. */
export async function untilReady(data: string, server: ProcessIdentity): Promise<string | null> {
  const answer = await untilAnswered(
    async () => {
      const postmaster = await readPostmaster(data);
      if (postmaster?.pid === server.pid && postmaster.ready) return { socketFolder: postmaster.socketFolder };
      return isAlive(server) ? null : { socketFolder: null };
    },
    // Recovery after a crash replays at most a checkpoint's worth of log.
    { within: 5 * MINUTE, otherwise: `The embedded PostgreSQL in ${data} did not become ready.` },
  );
  return answer.socketFolder;
}

export async function untilGone(server: ProcessIdentity): Promise<void> {
  await untilAnswered(async () => (isAlive(server) ? null : true), {
    within: MINUTE,
    otherwise: `The embedded PostgreSQL (process ${server.pid}) does not stop.`,
  });
}

/** Ends a server that nobody keeps any more, and clears away what a reboot left behind. */
export async function stopLeftover(data: string, run: string): Promise<void> {
  const postmaster = await readPostmaster(data);
  const server = postmaster && identify(postmaster.pid);
  if (!server) return; // PostgreSQL itself sees to a file left by the dead
  const command = commandOf(server.pid);
  // Its pid went to another program. Any PostgreSQL but ours is left alone, and so is the file: it may be this data's.
  if (!command.includes('postgres')) return rm(join(data, 'postmaster.pid'));
  if (!command.includes(`/postgres -D ${data} `)) return;
  // Kept, and not just being stopped, but out of reach: somebody works with it, and their folder was taken from them.
  if (isKept(server.pid) && !existsSync(join(run, 'alive'))) throw new SocketVanished(run, server.pid);
  process.kill(server.pid, 'SIGINT');
  await untilGone(server);
}

async function readPostmaster(data: string): Promise<Postmaster | null> {
  const lines = await readFile(join(data, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => null,
  );
  if (!lines) return null;
  return { pid: Number(lines[0]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/** Whether its keeper is still with it: the orphans of a killed keeper have another parent. */
function isKept(pid: number): boolean {
  const parent = execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' });
  return commandOf(Number(parent)).includes(' sijil-keeper ');
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  }
}

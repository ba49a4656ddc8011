import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { readFile, readdir, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ServerOfAnotherUser } from './errors.js';
import { identify, isAlive, ourselves, type ProcessIdentity } from './process-identity.js';
import { untilAnswered } from './until-answered.js';

/** Our hold on a running server: while it lasts the server is not stopped. */
export interface Membership {
  readonly server: ProcessIdentity;
  /** Lets go of the server. Answers whether other processes still hold it. */
  leave(): Promise<boolean>;
}

/**
 * Takes hold of the server that is kept in the folder `run`. Null: there is none, or it is just being stopped. Of a server
 * that we launched ourselves we know that it has ended when we cannot see it; any other may be in another container.
 */
export async function joinServer(run: string, ours = false): Promise<Membership | null> {
  const pipe = openPipe(run);
  if (pipe === null) return null;

  const { pid, startedAt } = ourselves();
  const name = `${pid}-${startedAt ?? 'unknown'}-${randomBytes(6).toString('hex')}`;
  const answer = join(run, 'users', name);
  if (!toldName(pipe, name)) return null;
  // A name that stayed behind would be taken for a user for as long as this process lives.
  const forget = () => rm(answer, { force: true }).finally(() => closeSync(pipe));
  const server = await untilAnswered(() => answerIn(answer, run, ours), {
    within: 10_000,
    every: 3,
    otherwise:
      `The embedded PostgreSQL in ${run} is kept by a process that does not answer or cannot be seen from here ` +
      `(in another container, perhaps). Stop that one first.`,
  }).catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  if (server === 'gone') {
    await forget();
    return null;
  }

  return {
    server,
    async leave() {
      try {
        await rm(answer, { force: true });
        const users = await usersIn(run);
        return users === null || users.some((name) => isAlive(named(name)));
      } finally {
        closeSync(pipe);
      }
    },
  };
}

/** Opened for writing without waiting, a pipe that nobody reads is refused: its keeper is gone. */
function openPipe(run: string): number | null {
  try {
    return openSync(join(run, 'alive'), constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENXIO' || code === 'ENOENT') return null;
    if (code === 'EACCES') throw new ServerOfAnotherUser(run, error);
    throw error;
  }
}

/** False, and the pipe closed, when the keeper went between our opening the pipe and our writing to it. */
function toldName(pipe: number, name: string): boolean {
  try {
    writeSync(pipe, `${name}\n`);
    return true;
  } catch (error) {
    closeSync(pipe);
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return false;
    throw error;
  }
}

async function answerIn(file: string, run: string, ours: boolean): Promise<ProcessIdentity | 'gone' | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const answered = text.endsWith('\n');
  const server = answered ? identify(Number(text)) : null;
  if (server) return server;
  if (answered && ours) return 'gone';
  const pipe = openPipe(run);
  if (pipe === null) return 'gone';
  closeSync(pipe);
  return null;
}

/** Everybody who was answered and has not left, the killed among them. Null: it cannot be told, for the folder is gone. */
async function usersIn(run: string): Promise<string[] | null> {
  return readdir(join(run, 'users')).catch(() => null);
}

/** Names left behind by processes that were killed. */
export async function clearDeadUsers(run: string): Promise<void> {
  const dead = ((await usersIn(run)) ?? []).filter((name) => !isAlive(named(name)));
  await Promise.all(dead.map((name) => rm(join(run, 'users', name), { force: true })));
}

function named(name: string): ProcessIdentity {
  const [pid, startedAt] = name.split('-');
  return { pid: Number(pid), startedAt: startedAt === 'unknown' ? null : Number(startedAt) };
}

import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { installBinaries, postgresPackage, removeIncomplete } from './binaries.js';
import { createData, hasData, USER } from './data-folder.js';
import { EmbeddedPostgresFailed, FolderFull, LaunchNotFinished, SocketVanished } from './errors.js';
import { explained, failedForSpace } from './explained.js';
import { existingHome, makePrivate, prepareHome } from './home.js';
import { startKeeper } from './keeper.js';
import { holderOf, takeLaunchLock } from './launch-lock.js';
import { clearDeadUsers, joinServer, type Membership } from './membership.js';
import { stopLeftover, untilGone, untilReady } from './postmaster.js';
import { runAs } from './run-as.js';
import { ServerLog } from './server-log.js';
import { asArguments, settings, type PostgresSettings } from './settings.js';
import { hasSocket, socketFolder } from './socket-folder.js';
import { untilAnswered } from './until-answered.js';

export interface EmbeddedPostgresOptions {
  /** The project's own folder, `.sijil`; made if need be. */
  readonly folder: string;
  /** Where the data goes when we are root and the server's user cannot enter `folder`. */
  readonly elsewhere?: string;
  /** Server settings beside or instead of the usual ones. */
  readonly settings?: PostgresSettings;
  /** How long to wait for another process that is just starting it. */
  readonly patienceMs?: number;
}

/** A running PostgreSQL that belongs to one folder, shared by all processes that start it there. */
export interface EmbeddedPostgres {
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  readonly url: string;
  /** Where its data really is, links resolved. */
  readonly data: string;
  /** True when another process had started it. */
  readonly attached: boolean;
  /** Lets go of it. The last process to do so, or to die, stops the server; that one waits until it is down. */
  stop(): Promise<void>;
}

/** Starts the folder's PostgreSQL, or attaches to it where it runs already. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    await makeFolder(options.folder);
    return await attachOrLaunch(await realpath(resolve(options.folder)), options);
  } catch (error) {
    throw explained(error, options.folder);
  }
}

/** With its parents. Where that fails on a read-only disk, Node says no more than ENOENT, so it is asked again. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await mkdir(folder);
  });
}

function attachOrLaunch(folder: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { patienceMs = 60_000 } = options;
  const lockFile = join(folder, 'postgresql.lock');
  return untilAnswered(async () => (await attach(folder)) ?? (await launchUnderLock(folder, lockFile, options)), {
    within: patienceMs,
    every: 20,
    otherwise: async () => {
      const holder = await holderOf(lockFile);
      return new LaunchNotFinished(folder, lockFile, patienceMs / 1000, holder?.pid ?? null);
    },
  });
}

async function attach(folder: string): Promise<EmbeddedPostgres | null> {
  const home = await existingHome(folder);
  const membership = home && (await joinServer(join(home, 'run')));
  return membership ? whenReady(join(home, 'data'), membership, true) : null;
}

async function launchUnderLock(
  folder: string,
  lockFile: string,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres | null> {
  const lock = await takeLaunchLock(lockFile);
  if (!lock) return null;
  try {
    // Somebody may have launched it between our look and our lock.
    return (await attach(folder)) ?? (await launch(folder, options));
  } finally {
    await lock.release();
  }
}

async function launch(folder: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres | null> {
  const postgres = await postgresPackage();
  const home = await prepareHome(folder, await runAs(), options.elsewhere ?? '/var/lib/sijil');
  const data = join(home.folder, 'data');
  const old = await hasData(data, postgres);
  await removeIncomplete(home.folder);
  const binaries = await installBinaries(postgres, home.folder);
  if (old) await stopLeftover(data, join(home.folder, 'run'));
  else await createData(data, home, binaries);

  const run = await makePrivate(join(home.folder, 'run'), home.as);
  await clearDeadUsers(run);
  const socket = await socketFolder(run, home);
  const command = [join(binaries, 'bin', 'postgres'), '-D', data, '-k', socket, '-p', '5432'];
  const given = asArguments({ ...settings, ...options.settings });
  const log = await ServerLog.at(join(home.folder, 'server.log'));
  const keeper = await startKeeper(run, socket, [...command, ...given], home.as);
  const membership = await joinServer(run, true).finally(() => keeper.letGo());
  const started = membership && (await whenReady(data, membership, false));
  return started ?? (await notStarted(data, await log.newLines()));
}

/** Null when the server ended before it was ready. */
async function whenReady(data: string, held: Membership, attached: boolean): Promise<EmbeddedPostgres | null> {
  const host = await untilReady(data, held.server).catch(async (error: unknown) => {
    await held.leave();
    throw error;
  });
  if (host === null) {
    await held.leave();
    return null;
  }
  if (!(await hasSocket(host))) {
    await held.leave();
    throw new SocketVanished(host, held.server.pid);
  }
  const connection = { host, user: USER, database: 'postgres' };
  let stopped: Promise<void> | undefined;
  return {
    connection,
    url: `postgres://${USER}@${encodeURIComponent(host)}/postgres`,
    data,
    attached,
    stop: () => (stopped ??= letGo(held)),
  };
}

async function letGo(held: Membership): Promise<void> {
  const othersRemain = await held.leave();
  if (!othersRemain) await untilGone(held.server);
}

/** Null: worth another try, because the children of a killed server are still on their way out. */
async function notStarted(data: string, why: string): Promise<null> {
  if (why.includes('pre-existing shared memory block')) return null;
  if (await failedForSpace(why, data)) throw new FolderFull(data);
  throw new EmbeddedPostgresFailed(`The embedded PostgreSQL did not start in ${data}:\n${why}`);
}

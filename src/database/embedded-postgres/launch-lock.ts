import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { isAlive, ourselves, type ProcessIdentity } from './process-identity.js';

/** Held only while a server is being launched. Null: a live process holds it. */
export async function takeLaunchLock(file: string): Promise<LaunchLock | null> {
  const mine = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(mine, JSON.stringify(ourselves()), { flag: 'wx' });
    // link() fails if the name is taken, as O_EXCL does, and the lock is never seen without its holder inside.
    await link(mine, file);
    return { release: () => rm(file, { force: true }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(mine, { force: true });
  }
  if (await heldByTheLiving(file)) return null;
  await clearDeadLock(file);
  return takeLaunchLock(file);
}

export interface LaunchLock {
  release(): Promise<void>;
}

async function heldByTheLiving(file: string): Promise<boolean> {
  const holder = await holderOf(file);
  return holder !== null && isAlive(holder);
}

/** Two may find the same dead lock: whoever then moves a live one away puts it back. */
async function clearDeadLock(file: string): Promise<void> {
  const aside = `${file}.dead-${randomBytes(4).toString('hex')}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (await heldByTheLiving(aside)) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/** Who holds the lock, alive or not; null when nobody does, or it cannot be told. */
export async function holderOf(file: string): Promise<ProcessIdentity | null> {
  try {
    const holder = JSON.parse(await readFile(file, 'utf8')) as Partial<ProcessIdentity> | null;
    return typeof holder?.pid === 'number' ? { pid: holder.pid, startedAt: holder.startedAt ?? null } : null;
  } catch {
    return null; // gone again, or cut short by a power failure
  }
}

import { chmod, chown, lstat, mkdir, mkdtemp, realpath, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FolderOutOfReach, HomeMissing } from './errors.js';
import { canEnter, canUse, type RunAs } from './run-as.js';

/** Where one project's server keeps its programs, its data and its socket, and who it runs as. */
export interface Home {
  readonly folder: string;
  readonly as: RunAs | null;
}

/** The home that is there already, or null. */
export async function existingHome(folder: string): Promise<string | null> {
  const home = join(folder, 'postgresql');
  const entry = await lstat(home).catch(() => null);
  if (!entry) return null;
  return realpath(home).catch((error: unknown) => {
    throw new HomeMissing(home, error);
  });
}

/** Whether anything was ever recorded in this folder, as far as we may look. */
export async function hasRegister(folder: string): Promise<boolean> {
  const home = await existingHome(folder);
  return home !== null && (await lstat(join(home, 'data')).then(() => true, isNotAbsence));
}

const isNotAbsence = (error: NodeJS.ErrnoException): boolean => error.code !== 'ENOENT';

/**
 * The server's home: `postgresql` in the project's folder. Where the server's user cannot enter that folder (it is under
 * /root, say), the home is a folder under `elsewhere`, and `postgresql` is a link that says where.
 */
export async function prepareHome(folder: string, as: RunAs | null, elsewhere: string): Promise<Home> {
  const home = (await existingHome(folder)) ?? (await chooseHome(folder, as, elsewhere));
  return usable({ folder: home, as: await ownerOf(home, as) });
}

async function chooseHome(folder: string, as: RunAs | null, elsewhere: string): Promise<string> {
  if (as) await letOthersPass(folder);
  if (!as || (await canEnter(folder, as))) return makePrivate(join(folder, 'postgresql'), as);

  await mkdir(elsewhere, { recursive: true });
  await letOthersPass(elsewhere);
  const outside = await makePrivate(await mkdtemp(join(elsewhere, `${basename(dirname(folder))}-`)), as);
  await symlink(outside, join(folder, 'postgresql'));
  return outside;
}

/** Data once written stays with the user it was written by. */
async function ownerOf(home: string, as: RunAs | null): Promise<RunAs | null> {
  if (!as) return null;
  const { uid, gid } = await stat(home);
  if (uid !== 0) return { uid, gid };
  await makePrivate(home, as); // we were interrupted before it was handed over
  return as;
}

async function usable(home: Home): Promise<Home> {
  const as = home.as ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (!(await canUse(home.folder, as))) throw new FolderOutOfReach(home.folder, as.uid);
  return home;
}

/** Lets other users go through the folder to what is theirs inside; they still cannot list it. */
async function letOthersPass(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  await chmod(folder, (mode & 0o7777) | 0o011);
}

/** A folder, new or old, that only the server's user may enter. */
export async function makePrivate(folder: string, as: RunAs | null): Promise<string> {
  await mkdir(folder, { recursive: true });
  if (as) await chown(folder, as.uid, as.gid);
  await chmod(folder, 0o700);
  return folder;
}

import { statfs } from 'node:fs/promises';
import { FolderFull, FolderNotWritable } from './errors.js';

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const NOT_OURS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

/** What PostgreSQL's programs say when a disk or a quota is used up. */
const SAID = /No space left on device|Disk quota exceeded/;

/** The least that a server needs to come up: its lock files and a little log. */
const NEXT_TO_NOTHING = 64 * 1024;

/** A failure of the file system in words that say what to do; any other failure as it is. */
export function explained(error: unknown, folder: string): unknown {
  const { code = '', syscall = '', path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  if (FULL.has(code)) return new FolderFull(folder, error);
  const place = syscall.startsWith('spawn') ? undefined : (dest ?? path);
  return NOT_OURS.has(code) && place !== undefined ? new FolderNotWritable(place, error) : error;
}

/** Whether a program failed for want of space: it says so, or could not even say anything. */
export async function failedForSpace(output: string, folder: string): Promise<boolean> {
  if (output !== '') return SAID.test(output);
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < NEXT_TO_NOTHING;
}

import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { unwell, well, type Finding } from './finding.js';

const LITTLE = 1024 ** 3;

/** How much can still be written where the embedded database is, or will be. */
export async function disk(folder: string, little = LITTLE): Promise<Finding> {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = await statfs(there);
  const freeBytes = bavail * bsize;
  const says = `${gigabytes(freeBytes)} GB free in ${folder}`;
  const facts = { folder, freeBytes };
  if (freeBytes >= little) return well('disk', says, facts);
  return unwell('disk', says, 'Free some space, or move the folder to a larger disk and set DATA_DIR.', facts);
}

const gigabytes = (bytes: number): string => (bytes / 1024 ** 3).toFixed(1);

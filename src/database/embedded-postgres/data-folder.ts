import { open, readFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { PostgresPackage } from './binaries.js';
import { DataFolderDamaged, DataFolderNotMade, DataFolderOfAnotherMajor, FolderFull } from './errors.js';
import { failedForSpace } from './explained.js';
import type { Home } from './home.js';
import { runCommand } from './run-command.js';

export const USER = 'sijil';

/** Whether there is data of ours to open; refuses any that we cannot. */
export async function hasData(data: string, { major }: PostgresPackage): Promise<boolean> {
  const found = await majorOf(data);
  if (found !== null && found !== major) throw new DataFolderOfAnotherMajor(data, found, major);
  return found !== null;
}

async function majorOf(data: string): Promise<string | null> {
  const names = await readdir(data).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (names === null) return null;
  if (!names.includes('PG_VERSION')) throw new DataFolderDamaged(data);
  return (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
}

/** Makes the data folder on the first start, whole or not at all. */
export async function createData(data: string, home: Home, binaries: string): Promise<void> {
  const incomplete = `${data}.incomplete-${randomBytes(4).toString('hex')}`;
  const { status, output } = await runCommand(
    join(binaries, 'bin', 'initdb'),
    [
      `--pgdata=${incomplete}`,
      `--username=${USER}`,
      '--auth=trust', // whoever can reach the socket, in its 0700 folder, could read the data as well
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    home.as,
  );
  if (status !== 0) {
    throw (await failedForSpace(output, home.folder)) ? new FolderFull(data) : new DataFolderNotMade(data, output);
  }
  await rename(incomplete, data);
  await syncFolder(home.folder); // or the name could be lost with the power, and the data with it
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

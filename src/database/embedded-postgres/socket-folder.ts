import { chown, mkdtemp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Home } from './home.js';

const SOCKET = '.s.PGSQL.5432';

/** The system's limit for the path of a unix socket, in bytes. */
const LONGEST = process.platform === 'darwin' ? 103 : 107;

/** The folder of the socket: the server's own, or where its path is too long a private one with a short path. */
export async function socketFolder(run: string, { as }: Home): Promise<string> {
  if (Buffer.byteLength(join(run, SOCKET)) <= LONGEST) return run;
  const short = await mkdtemp('/tmp/sijil-');
  if (as) await chown(short, as.uid, as.gid);
  return short;
}

/** Whether the socket is still there: whoever cleans /tmp may have taken it from a running server. */
export function hasSocket(folder: string): Promise<boolean> {
  return stat(join(folder, SOCKET)).then(
    () => true,
    () => false,
  );
}

import { chmod, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { underMigrationLock } from '../database/index.js';
import { ApiKeys } from './api-keys.js';
import { newToken } from './token.js';

export const FIRST_KEY_FILE = 'admin-key';

/** On the very first start of an embedded register: makes an admin key, and puts it where only its owner can read it. */
export async function firstKey(dataSource: DataSource, pool: Pool, folder: string): Promise<string | null> {
  const keys = new ApiKeys(pool);
  return underMigrationLock(dataSource, async () => {
    if (await keys.everExisted()) return null;
    const file = join(folder, FIRST_KEY_FILE);
    const token = newToken();
    // The file comes first: a key that exists and that nobody has ever seen would lock everybody out for good.
    await writePrivately(file, `${token.text}\n`);
    await keys.create({ principal: 'admin', role: 'admin' }, token);
    return file;
  });
}

async function writePrivately(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await chmod(draft, 0o600);
  await rename(draft, file);
}

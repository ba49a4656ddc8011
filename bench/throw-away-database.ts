import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { migrate, openDatabase } from '../src/database/index.js';

/** A database that is as durable as the embedded default, and gone afterwards. */
export interface ThrowAwayDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly folder: string;
  remove(): Promise<void>;
}

export async function throwAwayDatabase(): Promise<ThrowAwayDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'sijil-bench-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const { url, pool, dataSource, close } = await openDatabase({ folder });
    await migrate(dataSource);
    return { url, pool, folder, remove: () => close().finally(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

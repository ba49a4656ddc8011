import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pool } from 'pg';
import { readConfig } from '../config.js';
import { migrate, openDatabase, pendingMigrations, withoutPassword, type Database } from '../database/index.js';
import type { EventStore } from '../event-store/event-store.js';
import { openEventStore } from '../event-store/open.js';

/** A log somebody named, and the database with the words that belong to it, where it is kept in one. */
export interface OpenLog {
  readonly log: EventStore;
  readonly pool: Pool | null;
  close(): Promise<void>;
}

/** There is no log at this address, or none that this release can read. */
export class NoLogThere extends Error {}

/**
 * Opens the log at an address: a PostgreSQL, a KurrentDB, or the folder of an embedded register. A target is made where there
 * is none yet, and its schema brought up to date; a source is left as it is.
 */
export async function openLog(address: string, as: 'source' | 'target'): Promise<OpenLog> {
  const [scheme] = /^[a-z+]+(?=:\/\/)/i.exec(address) ?? [];
  if (scheme === undefined) return inFolder(resolve(address), as);
  if (/^postgres(ql)?$/.test(scheme))
    return inDatabase(address, await openDatabase({ databaseUrl: address, folder: '' }), as);
  if (/^(esdb|kurrentdb|kurrent|kdb)(\+discover)?$/.test(scheme)) return inKurrent(address);
  throw new NoLogThere(
    `${scheme}:// is no address of a log. Give postgres://…, kurrentdb://… or the folder of an embedded register.`,
  );
}

async function inFolder(folder: string, as: 'source' | 'target'): Promise<OpenLog> {
  if (as === 'source' && !existsSync(join(folder, 'postgresql'))) {
    throw new NoLogThere(`There is no embedded register in ${folder}.`);
  }
  return inDatabase(folder, await openDatabase({ folder }), as);
}

async function inDatabase(address: string, database: Database, as: 'source' | 'target'): Promise<OpenLog> {
  try {
    if (as === 'target') await migrate(database.dataSource);
    else await refuseStranger(withoutPassword(address), database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const log = await openEventStore({ databaseUrl: database.url });
  return { log, pool: database.pool, close: () => log.close().finally(() => database.close()) };
}

async function refuseStranger(address: string, { dataSource, pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(
    "select to_regclass('events') is not null and to_regclass('vault.passages') is not null as there",
  );
  if (!rows[0]?.there) throw new NoLogThere(`There is no register in ${address}.`);
  const pending = await pendingMigrations(dataSource);
  if (pending.length > 0) {
    throw new NoLogThere(`The register in ${address} is of an earlier release: run "sijil migrate" there first.`);
  }
}

async function inKurrent(address: string): Promise<OpenLog> {
  const log = await openEventStore({ kurrentUrl: address, kurrentPrefix: readConfig().kurrentPrefix });
  return { log, pool: null, close: () => log.close() };
}

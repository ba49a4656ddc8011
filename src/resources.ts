import { firstKey } from './access/first-key.js';
import type { Config } from './config.js';
import { migrate, openDatabase, type Database } from './database/index.js';
import type { EventStore } from './event-store/event-store.js';
import { openEventStore } from './event-store/open.js';
import { projectionEntities } from './projections/index.js';

/** What the application stands on: opened before it, closed after it. */
export interface Resources {
  readonly config: Config;
  readonly database: Database;
  readonly log: EventStore;
  /** Where the first admin key was put, when this start made it. */
  readonly firstKeyFile: string | null;
  close(): Promise<void>;
}

/** Opens the database, brings its schema up to date, makes the first key of an embedded register, opens the log. */
export async function openResources(config: Config): Promise<Resources> {
  const settings = { databaseUrl: config.databaseUrl, folder: config.dataFolder };
  const database = await openDatabase(settings, { entities: projectionEntities });
  try {
    await migrate(database.dataSource);
    const firstKeyFile = database.embedded && (await firstKey(database.dataSource, database.pool, config.dataFolder));
    const log = await openLog(config, database.url);
    let closed: Promise<void> | undefined;
    const close = () => (closed ??= log.close().finally(() => database.close()));
    return { config, database, log, firstKeyFile, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The log is in KurrentDB where one is given, and otherwise in the database. */
export async function openLog(
  { kurrentUrl, kurrentPrefix }: Pick<Config, 'kurrentUrl' | 'kurrentPrefix'>,
  databaseUrl: string,
): Promise<EventStore> {
  return openEventStore(kurrentUrl ? { kurrentUrl, kurrentPrefix } : { databaseUrl });
}

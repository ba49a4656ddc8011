import pg from 'pg';
import type { DataSource } from 'typeorm';
import { databaseConnection, type DatabaseConnection, type DatabaseSettings } from './connection.js';
import { APPLICATION_NAME, createDataSource, type DataSourceChoices } from './data-source.js';
import { DatabaseUnreachable } from './errors.js';
import { refuseUnsuitable, serverFacts } from './server-check.js';

/** The open database. The log and the projector use the pool; TypeORM has connections of its own. */
export interface Database extends DatabaseConnection {
  readonly pool: pg.Pool;
  readonly dataSource: DataSource;
  /** Closes the connections, then lets go of the embedded server, which stops when nobody else holds it. */
  close(): Promise<void>;
}

export async function openDatabase(settings: DatabaseSettings, choices: DataSourceChoices = {}): Promise<Database> {
  const connection = await databaseConnection(settings);
  const pool = createPool(connection.url, choices.poolSize);
  const dataSource = createDataSource(connection.url, choices);
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= closeAll(pool, dataSource, connection));
  try {
    refuseUnsuitable(await serverFacts(pool).catch((error: unknown) => unreachable(connection.url, error)));
    await dataSource.initialize();
  } catch (error) {
    await close();
    throw error;
  }
  return { ...connection, pool, dataSource, close };
}

/** A pool that outlives the loss of idle connections: whoever needs one next gets a new one, or the error. */
export function createPool(connectionString: string, max = 20): pg.Pool {
  const pool = new pg.Pool({ connectionString, application_name: APPLICATION_NAME, max });
  pool.on('error', () => undefined);
  return pool;
}

async function closeAll(pool: pg.Pool, dataSource: DataSource, { embedded }: DatabaseConnection): Promise<void> {
  try {
    await pool.end();
    if (dataSource.isInitialized) await dataSource.destroy();
  } finally {
    await embedded?.stop();
  }
}

function unreachable(url: string, error: unknown): never {
  throw new DatabaseUnreachable(url, error);
}

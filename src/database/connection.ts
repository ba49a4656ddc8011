import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres/index.js';

export interface DatabaseSettings {
  /** DATABASE_URL, where one is given: a PostgreSQL of your own instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded one keeps its data: the project's `.sijil`. */
  readonly folder: string;
}

/** Where the database is, and the embedded server when it is ours to stop. */
export interface DatabaseConnection {
  readonly url: string;
  readonly embedded: EmbeddedPostgres | null;
}

export async function databaseConnection({ databaseUrl, folder }: DatabaseSettings): Promise<DatabaseConnection> {
  if (databaseUrl) return { url: databaseUrl, embedded: null };
  const embedded = await startEmbeddedPostgres({ folder });
  return { url: embedded.url, embedded };
}

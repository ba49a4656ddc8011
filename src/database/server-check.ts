import type { Pool } from 'pg';
import { DatabaseUnsuitable } from './errors.js';

/** What a server says of itself. */
export interface ServerFacts {
  /** As in `server_version_num`: 150004 is 15.4. */
  readonly versionNumber: number;
  readonly version: string;
  /** Of the database we are connected to. */
  readonly encoding: string;
}

const OLDEST = 15;

export async function serverFacts(pool: Pool): Promise<ServerFacts> {
  const { rows } = await pool.query<ServerFacts>(`
    select current_setting('server_version_num')::int as "versionNumber",
           current_setting('server_version') as version,
           current_setting('server_encoding') as encoding`);
  return rows[0]!;
}

export function refuseUnsuitable({ versionNumber, version, encoding }: ServerFacts): void {
  if (versionNumber < OLDEST * 10_000) {
    throw new DatabaseUnsuitable(
      `The server behind DATABASE_URL is PostgreSQL ${version}; Sijil needs ${OLDEST} or newer. ` +
        `Upgrade it, or unset DATABASE_URL to use the embedded PostgreSQL.`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new DatabaseUnsuitable(
      `The database behind DATABASE_URL is encoded in ${encoding} and cannot hold every script. ` +
        `Create one with: CREATE DATABASE sijil ENCODING 'UTF8' TEMPLATE template0`,
    );
  }
}

import type { Config } from '../../config.js';
import { serverFacts, withoutPassword, type Database } from '../../database/index.js';
import { well, type Finding } from './finding.js';

/** Which database and which log this is. */
export async function stores({ databaseUrl, kurrentUrl }: Config, database: Database): Promise<Finding> {
  const { version } = await serverFacts(database.pool);
  const { rows } = await database.pool.query<{ name: string; bytes: string }>(
    'select current_database() as name, pg_database_size(current_database())::text as bytes',
  );
  const { name, bytes } = rows[0]!;
  const { embedded } = database;
  const facts = {
    postgresql: version,
    database: name,
    databaseBytes: Number(bytes),
    embedded: embedded !== null,
    at: embedded ? embedded.data : withoutPassword(databaseUrl ?? ''),
    running: embedded ? embedded.attached : true,
    log: kurrentUrl === undefined ? 'postgresql' : withoutPassword(kurrentUrl),
  };
  const where = embedded
    ? `embedded in ${facts.at}, ${embedded.attached ? 'in use' : 'started for this look'}`
    : `at ${facts.at}`;
  const log = kurrentUrl === undefined ? 'the log is in it' : `the log is in KurrentDB at ${facts.log}`;
  return well('stores', `PostgreSQL ${version}, ${where}; ${log}`, facts);
}

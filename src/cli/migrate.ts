import { readConfig } from '../config.js';
import { migrate, openDatabase } from '../database/index.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { say, sayJson, type Terminal } from './terminal.js';

/** `sijil migrate`: brings the database's schema up to date, and nothing else. */
export async function migrateDatabase({ json }: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const { databaseUrl, dataFolder } = readConfig();
  const database = await openDatabase({ databaseUrl, folder: dataFolder });
  try {
    const ran = await migrate(database.dataSource);
    if (json) sayJson(terminal, { ran });
    else say(terminal, ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.join(', ')}.`);
    return EXIT.ok;
  } finally {
    await database.close();
  }
}

import type { Config } from '../../config.js';
import { DatabaseUnreachable, hasRegister, openDatabase, type Database } from '../../database/index.js';
import { openLog } from '../../resources.js';
import { clocks } from './clocks.js';
import { disk } from './disk.js';
import { found, unwell, type Finding } from './finding.js';
import { keys } from './keys.js';
import { logHead } from './log.js';
import { migrations } from './migrations.js';
import { projections } from './projections.js';
import { service } from './service.js';
import { software } from './software.js';
import { stores } from './stores.js';

export interface Examination {
  readonly well: boolean;
  /** Whether the database and the log could be asked. */
  readonly reachable: boolean;
  readonly findings: readonly Finding[];
}

/** Looks at everything the service stands on, and changes nothing. */
export async function examine(config: Config): Promise<Examination> {
  const here = [software(), await found('service', () => service(config))];
  const { reachable, findings } = await inside(config);
  const all = [...here, ...findings];
  return { well: all.every((one) => one.well), reachable, findings: all };
}

type Inside = Pick<Examination, 'reachable' | 'findings'>;

async function inside(config: Config): Promise<Inside> {
  const { databaseUrl, dataFolder: folder } = config;
  const room = databaseUrl === undefined ? [await found('disk', () => disk(folder))] : [];
  try {
    if (databaseUrl === undefined && !(await hasRegister(folder))) {
      const none = unwell('stores', `There is no register in ${folder} yet`, 'Begin one with "sijil serve".', {
        folder,
      });
      return { reachable: true, findings: [none, ...room] };
    }
    const database = await openDatabase({ databaseUrl, folder });
    try {
      const { reachable, findings } = await asked(config, database);
      return { reachable, findings: [...findings, ...room] };
    } finally {
      await database.close();
    }
  } catch (error) {
    return { reachable: false, findings: [unopened(error), ...room] };
  }
}

/** What the embedded database says of itself names the way out already. */
function unopened(error: unknown): Finding {
  const { message } = error as Error;
  if (!(error instanceof DatabaseUnreachable)) return unwell('stores', message, null);
  return unwell(
    'stores',
    message,
    'See that the server runs, that this machine may reach it, and that DATABASE_URL is right.',
  );
}

async function asked(config: Config, database: Database): Promise<Inside> {
  const { pool } = database;
  const basics = [
    await found('stores', () => stores(config, database)),
    await found('migrations', () => migrations(database)),
    await found('clocks', () => clocks(pool)),
  ];
  // Whatever else there is to see is in tables that a migration has still to make or to change.
  if (!basics.every(({ about, well }) => about !== 'migrations' || well)) return { reachable: true, findings: basics };

  const log = await openLog(config, database.url);
  try {
    const head = await logHead(log);
    const rest = [
      ...(head.well ? [await found('projections', () => projections(log, pool))] : []),
      await found('keys', () => keys(pool)),
    ];
    // A log that is held back answers all the same; one that cannot be told from here does not.
    const reachable = head.well || head.facts['blockers'] !== undefined;
    return { reachable, findings: [...basics, head, ...rest] };
  } finally {
    await log.close();
  }
}

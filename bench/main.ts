import 'reflect-metadata';
import type { Figure } from './figure.js';
import { machineFacts } from './machine.js';
import { OptionsInvalid, readOptions, type Options, type Work } from './options.js';
import { figureText, machineText, reportJson } from './report.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from './throw-away-database.js';
import { appendFigures, httpFigure, readFigure } from './works.js';

type Measure = (database: ThrowAwayDatabase, options: Options) => Promise<readonly Figure[]>;

const MEASURES: Readonly<Record<Work, Measure>> = {
  append: appendFigures,
  read: async (database, options) => [await readFigure(database, options)],
  http: async (database, options) => [await httpFigure(database, options, options.profile)],
};

try {
  await bench(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof OptionsInvalid || isBadArgument(error) ? error.message : error);
  process.exitCode = 1;
}

/** A missed bar is told, not failed: a busy machine says nothing about the code. */
async function bench(options: Options): Promise<void> {
  const say = (text: string) => (options.json ? undefined : console.log(`${text}\n`));
  const figures: Figure[] = [];
  const tell = (measured: readonly Figure[]) => {
    figures.push(...measured);
    for (const figure of measured) say(figureText(figure));
  };

  const machine = await onThrowAway(({ pool }) => machineFacts(pool));
  say(machineText(machine));
  // Each work gets a new database, so that none meets what another left behind.
  for (const work of options.only) tell(await onThrowAway((database) => MEASURES[work](database, options)));
  const kurrent = process.env['KURRENTDB_URL'];
  if (kurrent) tell(await (await import('./kurrent.js')).kurrentFigures(kurrent, options));
  else say('KurrentDB  not run: KURRENTDB_URL is not set');
  if (options.json) console.log(reportJson(machine, figures));
}

async function onThrowAway<T>(work: (database: ThrowAwayDatabase) => Promise<T>): Promise<T> {
  const database = await throwAwayDatabase();
  try {
    return await work(database);
  } finally {
    await database.remove();
  }
}

function isBadArgument(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}

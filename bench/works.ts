import type { EventStore } from '../src/event-store/event-store.js';
import { PostgresEventStore } from '../src/event-store/postgres/postgres-event-store.js';
import { ApiKeys } from '../src/access/api-keys.js';
import { appends, CLIENTS, growingStreams, newStreams, RawLog, type Target } from './append.js';
import { cpuSecondsOf } from './cpu-time.js';
import type { Figure } from './figure.js';
import type { Load } from './load.js';
import { currentLoad } from './machine.js';
import { fillLog, readsRaw, readsThroughPort } from './read.js';
import { compare, median, repeat } from './rounds.js';
import { startClients, startService } from './service-process.js';
import type { ThrowAwayDatabase } from './throw-away-database.js';
import { recordWorld } from './world.js';

export interface Measuring {
  readonly seconds: number;
  readonly rounds: number;
}

const APPEND = `append through the port, 1 event, ${CLIENTS} clients`;
/** Requests a minute: they are counted, but never too many. */
const UNREACHED = '1000000000';
const READ = 'catch-up read through the port';

/** One durable event at a time: the first of a stream, and the next of one. */
export async function appendFigures(
  { url }: Pick<ThrowAwayDatabase, 'url'>,
  measuring: Measuring,
): Promise<readonly Figure[]> {
  const store = new PostgresEventStore({ connectionString: url });
  const raw = new RawLog(url);
  try {
    await raw.create();
    return [
      await appendFigure(store, raw, `${APPEND}, a new stream each`, newStreams, measuring),
      await appendFigure(store, raw, `${APPEND}, the next of a stream`, growingStreams, measuring),
    ];
  } finally {
    await Promise.all([store.close(), raw.close()]);
  }
}

async function appendFigure(
  store: EventStore,
  raw: RawLog,
  work: string,
  streams: () => Target,
  { rounds, seconds }: Measuring,
): Promise<Figure> {
  const [ours, theirs] = [streams(), streams()];
  const compared = await compare(
    rounds,
    () => appends(store, ours, seconds),
    () => raw.inserts(theirs, seconds),
  );
  return { work, unit: 'events/s', ...compared, bars: [{ least: 0.6, of: 'ratio' }], load: currentLoad() };
}

/** The whole log, page by page. Whatever the log holds already is read with it. */
export async function readFigure(
  { url, pool }: Pick<ThrowAwayDatabase, 'url' | 'pool'>,
  { rounds, seconds }: Measuring,
  events = 100_000,
): Promise<Figure> {
  const store = new PostgresEventStore({ connectionString: url });
  try {
    await fillLog(pool, events);
    const compared = await compare(
      rounds,
      () => readsThroughPort(store, seconds),
      () => readsRaw(pool, seconds),
    );
    const bars = [{ least: 0.7, of: 'ratio' } as const, { least: 50_000, of: 'rate' } as const];
    return { work: READ, unit: 'events/s', ...compared, bars, load: currentLoad() };
  } finally {
    await store.close();
  }
}

/** With the service's processor time for each command, which other work on the machine changes less than the rate. */
interface MeasuredLoad extends Load {
  readonly cpuMs: number;
}

/** The service and its clients, each in a process of its own. */
export async function httpFigure(
  { url, pool, folder }: ThrowAwayDatabase,
  { rounds, seconds }: Measuring,
  profile?: string,
): Promise<Figure> {
  const settings = { DATABASE_URL: url, DATA_DIR: folder, RATE_LIMIT: UNREACHED };
  const service = await startService(settings, profile);
  const clients = startClients();
  try {
    const { token } = await new ApiKeys(pool).create({ principal: 'bench', role: 'recorder' });
    await recordWorld(service.ready, token);
    const loads: MeasuredLoad[] = [];
    const rate = await repeat(rounds, async () => {
      const before = cpuSecondsOf(service.pid);
      const load = await clients.ready({ url: service.ready, key: token, clients: CLIENTS, seconds });
      const after = cpuSecondsOf(service.pid);
      const cpuMs = before === null || after === null ? NaN : ((after - before) * 1_000) / load.recorded;
      loads.push({ ...load, cpuMs });
      return load.rate;
    });
    const milliseconds = (of: (load: MeasuredLoad) => number) => median(loads.slice(1).map(of));
    const [p50, p99] = [milliseconds((load) => load.p50Ms), milliseconds((load) => load.p99Ms)];
    const cpu = milliseconds((load) => load.cpuMs);
    return {
      work: `command over HTTP (record a statement with two claims), ${CLIENTS} clients`,
      unit: 'commands/s',
      rate,
      bars: [{ least: 1_000, of: 'rate' }],
      load: currentLoad(),
      beside: `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${cpu.toFixed(2)} ms of the service's processor time each`,
    };
  } finally {
    await clients.stop();
    await service.stop();
  }
}

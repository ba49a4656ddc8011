import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, Position } from '../src/event-store/event-store.js';
import { openKurrentEventStore } from '../src/event-store/kurrent/open.js';
import { logPositionOf } from '../src/event-store/kurrent/log-position.js';
import { anEvent } from './an-act.js';
import { appends, CLIENTS, growingStreams, newStreams, type Target } from './append.js';
import type { Bar, Figure } from './figure.js';
import { currentLoad } from './machine.js';
import { RawKurrent } from './raw-kurrent.js';
import { readsThroughPort } from './read.js';
import { compare, type Compared } from './rounds.js';
import type { Measuring } from './works.js';

const FILLED_STREAMS = 50;
const FILLED_AT_ONCE = 400;
const APPEND = `append through the port, 1 event, ${CLIENTS} clients, on KurrentDB`;
const APPEND_BAR: Bar = { least: 0.6, of: 'ratio' };
const READ_BAR: Bar = { least: 0.7, of: 'ratio' };

/** The same work on a KurrentDB, in streams of this run's own, beside its client alone. */
export async function kurrentFigures(url: string, { rounds, seconds }: Measuring): Promise<readonly Figure[]> {
  const prefix = `bench${randomBytes(4).toString('hex')}-`;
  const store = await openKurrentEventStore(url, { categories: ['statement', 'incident'], prefix });
  const client = KurrentDBClient.connectionString(url);
  const raw = new RawKurrent(client, prefix);
  const compareAppends = (streams: () => Target) => {
    const [ours, theirs] = [streams(), streams()];
    return compare(
      rounds,
      () => appends(store, ours, seconds),
      () => raw.appends(theirs, seconds),
    );
  };
  try {
    const figures = [
      figure(`${APPEND}, a new stream each`, await compareAppends(newStreams), APPEND_BAR),
      figure(`${APPEND}, the next of a stream`, await compareAppends(growingStreams), APPEND_BAR),
    ];
    // Whatever others have in the server lies before this.
    const from = await fill(store);
    const reads = await compare(
      rounds,
      () => readsThroughPort(store, seconds, from),
      () => raw.reads(logPositionOf(from), seconds),
    );
    return [...figures, figure('catch-up read through the port, on KurrentDB', reads, READ_BAR)];
  } finally {
    await Promise.all([store.close(), client.dispose()]);
  }
}

const figure = (work: string, compared: Compared, bar: Bar): Figure => ({
  work,
  unit: 'events/s',
  ...compared,
  bars: [bar],
  load: currentLoad(),
});

async function fill(store: EventStore): Promise<Position> {
  const { position } = await store.append('incident-first', 'none', [anEvent()]);
  for (let stream = 0; stream < FILLED_STREAMS; stream += 1) {
    await store.append(`incident-filled-${stream}`, 'none', Array.from({ length: FILLED_AT_ONCE }, anEvent));
  }
  await sleep(500); // a filtered read may lag a little behind the last append
  return position;
}

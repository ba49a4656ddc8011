import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '../src/event-store/event-store.js';
import { openKurrentEventStore } from '../src/event-store/kurrent/open.js';
import { anEvent } from './an-act.js';
import { appends, CLIENTS, newStreams } from './append.js';
import type { Figure } from './figure.js';
import { currentLoad } from './machine.js';
import { readsThroughPort } from './read.js';
import { repeat } from './rounds.js';
import type { Measuring } from './works.js';

const FILLED_STREAMS = 50;
const FILLED_AT_ONCE = 400;

/** The same work on a KurrentDB, in streams of this run's own. Nothing is compared: it is another server. */
export async function kurrentFigures(url: string, { rounds, seconds }: Measuring): Promise<readonly Figure[]> {
  const prefix = `bench${randomBytes(4).toString('hex')}-`;
  const store = await openKurrentEventStore(url, { categories: ['statement', 'incident'], prefix });
  try {
    const append = await repeat(rounds, () => appends(store, newStreams(), seconds));
    const appended = figure(`append through the port, 1 event, ${CLIENTS} clients, on KurrentDB`, append);
    await fill(store);
    const read = await repeat(rounds, () => readsThroughPort(store, seconds));
    return [appended, figure('catch-up read through the port, on KurrentDB', read)];
  } finally {
    await store.close();
  }
}

const figure = (work: string, rate: number): Figure => ({
  work,
  unit: 'events/s',
  rate,
  bars: [],
  load: currentLoad(),
});

async function fill(store: EventStore): Promise<void> {
  for (let stream = 0; stream < FILLED_STREAMS; stream += 1) {
    await store.append(`incident-filled-${stream}`, 'none', Array.from({ length: FILLED_AT_ONCE }, anEvent));
  }
  await sleep(500); // a filtered read may lag a little behind the last append
}

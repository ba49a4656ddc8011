import { setTimeout as pause } from 'node:timers/promises';
import { createPool } from '../../src/database/index.js';
import { NaiveReader } from '../contract/naive-reader.js';
import { CrashingCluster } from './cluster.js';
import { Ledger, type Balance } from './ledger.js';
import { Chance } from './random.js';
import { RestartingStore } from './restarting-store.js';
import { endPrepared, ROUND, TROUBLES, type Trouble } from './troubles.js';
import { writeByHand, writeThroughPort } from './writers.js';

const BY_HAND = 16;
const THROUGH_PORT = 8;

export interface Ordeal {
  readonly seed: number;
  /** It goes on to the end of the round that is under way by then. */
  readonly milliseconds: number;
  /** The longest time between two troubles. */
  readonly breathMs?: number;
  readonly onProgress?: (survival: Omit<Survival, 'balance'>) => void;
  readonly signal?: AbortSignal;
}

export interface Survival {
  readonly seed: number;
  readonly seconds: number;
  readonly writers: number;
  readonly acknowledged: number;
  readonly rolledBack: number;
  readonly unknownOutcomes: number;
  readonly troubles: Readonly<Partial<Record<Trouble, number>>>;
  readonly longestLagMs: number;
  readonly balance: Balance;
}

/** Writes to a log from all sides while one trouble after another befalls it, and then draws the balance. */
export async function survive({ seed, milliseconds, breathMs = 1_500, onProgress, signal }: Ordeal): Promise<Survival> {
  const chance = new Chance(seed);
  const cluster = await CrashingCluster.start();
  const pool = createPool(cluster.url, 4);
  const ledger = new Ledger();
  const stores = [new RestartingStore(cluster.url, ledger), new RestartingStore(cluster.url, ledger)];
  const writing = new AbortController();
  const reading = new AbortController();
  const troubles: Partial<Record<Trouble, number>> = {};
  const began = performance.now();
  const soFar = () => ({
    seed,
    seconds: Math.round((performance.now() - began) / 1_000),
    writers: BY_HAND + THROUGH_PORT,
    acknowledged: ledger.acknowledged.length,
    rolledBack: ledger.rolledBack.length,
    unknownOutcomes: ledger.unknownOutcomes,
    troubles,
    longestLagMs: Math.round(Math.max(...stores.map((store) => store.longestLagMs))),
  });

  try {
    const naive = new NaiveReader(pool);
    const readers = [...stores.map((store) => store.follow(reading.signal)), readNaively(naive, reading.signal)];
    const stop = writing.signal;
    const writers = [
      ...Array.from({ length: BY_HAND }, () => writeByHand(cluster.url, ledger, chance.fork(), stop)),
      ...Array.from({ length: THROUGH_PORT }, (_, n) =>
        writeThroughPort(() => stores[n % stores.length]!.current, ledger, chance.fork(), stop),
      ),
    ];

    const scene = { cluster, stores, chance: chance.fork() };
    for (let deck = scene.chance.shuffled(ROUND); !signal?.aborted;) {
      if (deck.length === 0 && performance.now() - began >= milliseconds) break;
      if (deck.length === 0) deck = scene.chance.shuffled(ROUND);
      await pause(scene.chance.between(breathMs / 10, breathMs));
      const trouble = deck.pop()!;
      await TROUBLES[trouble].happen(scene);
      troubles[trouble] = (troubles[trouble] ?? 0) + 1;
      onProgress?.(soFar());
    }

    writing.abort();
    await Promise.all(writers);
    await endPrepared(cluster);
    await untilTold(pool, stores);
    await naive.read().catch(() => undefined);
    reading.abort();
    await Promise.all(readers);
    ledger.naive = naive.seen;
    return { ...soFar(), balance: await ledger.balance(pool) };
  } finally {
    writing.abort();
    reading.abort();
    await Promise.all(stores.map((store) => store.current.close()));
    await pool.end();
    await cluster.stop();
  }
}

async function readNaively(reader: NaiveReader, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await reader.read().catch(() => undefined);
    await pause(1);
  }
}

/** Until the subscriptions have told as much as there is, or have had ample time for it. */
async function untilTold(pool: ReturnType<typeof createPool>, stores: readonly RestartingStore[]): Promise<void> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::integer as count from events');
  for (const end = performance.now() + 30_000; performance.now() < end; await pause(20)) {
    if (stores.every((store) => store.count >= rows[0]!.count)) return;
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { CrashingCluster } from './cluster.js';
import type { Chance } from './random.js';
import type { RestartingStore } from './restarting-store.js';

export interface Scene {
  readonly cluster: CrashingCluster;
  readonly stores: readonly RestartingStore[];
  readonly chance: Chance;
}

/** What can happen to a log, and how often within one round. */
export const TROUBLES = {
  'backend terminated': { times: 8, happen: ({ cluster, chance }: Scene) => terminate(cluster, chance, '%') },
  'tracker terminated': {
    times: 2,
    happen: ({ cluster, chance }: Scene) => terminate(cluster, chance, 'sijil log head'),
  },
  'store restarted': { times: 3, happen: ({ stores, chance }: Scene) => chance.of(stores).restart() },
  'writer idle in its transaction': { times: 2, happen: openFor('rollback') },
  'transaction prepared': { times: 1, happen: prepared },
  'long write elsewhere': { times: 2, happen: elsewhere },
  'index built beside': { times: 1, happen: index },
  'database stopped in immediate mode': { times: 1, happen: ({ cluster }: Scene) => restart(cluster, 'immediate') },
  'database killed': { times: 1, happen: ({ cluster }: Scene) => restart(cluster, 'kill') },
} as const satisfies Record<string, { times: number; happen: (scene: Scene) => Promise<void> }>;

export type Trouble = keyof typeof TROUBLES;

/** One round of them, each as often as it should come. */
export const ROUND = Object.entries(TROUBLES).flatMap(([name, { times }]) =>
  Array.from({ length: times }, () => name as Trouble),
);

async function inSession(cluster: CrashingCluster, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: cluster.url, application_name: 'sijil chaos' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } catch {
    // Another trouble may have cut this one short.
  } finally {
    await client.end().catch(() => undefined);
  }
}

function terminate(cluster: CrashingCluster, chance: Chance, applications: string): Promise<void> {
  return inSession(cluster, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name like $1 order by pid`,
      [applications],
    );
    if (rows.length > 0) await client.query('select pg_terminate_backend($1)', [chance.of(rows).pid]);
  });
}

function openFor(end: 'rollback' | 'commit') {
  return ({ cluster, chance }: Scene) =>
    inSession(cluster, async (client) => {
      await client.query('begin');
      await client.query(
        `select append_event('statement-idle-' || gen_random_uuid(), null, gen_random_uuid(), 'T', '{}', '{}')`,
      );
      await pause(chance.between(100, 500));
      await client.query(end);
    });
}

function prepared({ cluster, chance }: Scene): Promise<void> {
  return inSession(cluster, async (client) => {
    const name = `sijil-chaos-${randomUUID()}`;
    await client.query('begin');
    await client.query(
      `select append_event('statement-prepared-' || gen_random_uuid(), null, gen_random_uuid(), 'T', '{}', '{}')`,
    );
    await client.query(`prepare transaction '${name}'`);
    await pause(chance.between(100, 400));
    await client.query(`commit prepared '${name}'`);
  });
}

function elsewhere({ cluster, chance }: Scene): Promise<void> {
  const rows = Math.floor(chance.between(50_000, 200_000));
  return inSession(cluster, async (client) => {
    await client.query('create table if not exists elsewhere (n integer, text text)');
    await client.query(`insert into elsewhere select n, md5(n::text) from generate_series(1, ${rows}) n`);
    await client.query('truncate elsewhere');
  });
}

function index({ cluster }: Scene): Promise<void> {
  return inSession(cluster, async (client) => {
    await client.query('drop index if exists events_by_chaos');
    await client.query('create index concurrently events_by_chaos on events (type, position)');
  });
}

async function restart(cluster: CrashingCluster, how: 'immediate' | 'kill'): Promise<void> {
  await cluster.crash(how);
  await cluster.begin();
}

/** Ends what a crash left prepared: such a transaction outlives its server, and would hold readers back for good. */
export function endPrepared(cluster: CrashingCluster): Promise<void> {
  return inSession(cluster, async (client) => {
    const { rows } = await client.query<{ gid: string }>('select gid from pg_prepared_xacts');
    for (const { gid } of rows) await client.query(`rollback prepared '${gid}'`);
  });
}

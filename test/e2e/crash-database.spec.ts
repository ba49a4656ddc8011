import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiKeys } from '../../src/access/api-keys.js';
import { readConfig } from '../../src/config.js';
import { createPool } from '../../src/database/index.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres-event-store.js';
import { Projector } from '../../src/projector/projector.js';
import { startService } from '../../src/service.js';
import { CrashingCluster, type Crash } from '../chaos/cluster.js';
import { leasesRunOut } from '../chaos/leases.js';
import { PersistentClients } from '../chaos/persistent-clients.js';
import { told } from '../chaos/stepping.js';
import { allPages } from '../contract/reading.js';

it('a database stopped in immediate mode and by kill -9 under load costs no acknowledged write, no order, no subscription', async () => {
  const cluster = await CrashingCluster.start();
  const dataFolder = await mkdtemp(join(tmpdir(), 'sijil-crash-service-'));
  const service = await startService(
    readConfig({ DATABASE_URL: cluster.url, DATA_DIR: dataFolder, PORT: '0', LOG_LEVEL: 'fatal' }),
  );
  const pool = createPool(cluster.url, 2);
  const log = new PostgresEventStore({ connectionString: cluster.url });
  const { token } = await new ApiKeys(pool).create({ principal: 'clients', role: 'recorder' });
  const clients = new PersistentClients(() => service.url, token);
  const subscription = told(log);
  const stop = new AbortController();
  const writing = clients.run(8, stop.signal);
  const more = async (count: number) => {
    for (const before = clients.count; clients.count < before + count;) await pause(5);
  };
  try {
    for (const how of ['immediate', 'kill', 'kill'] satisfies Crash[]) {
      await more(20);
      await cluster.crash(how);
      await pause(100);
      await cluster.begin();
      await leasesRunOut(pool);
    }
    await more(20);
  } finally {
    stop.abort();
    await writing;
  }
  await clients.expectEachOnceInOrder(log);
  expect(clients.repeats).toBeGreaterThan(0);

  const events = await allPages(log);
  while (subscription.events.length < events.length) await pause(10);
  await subscription.stop();
  expect(subscription.events).toEqual(events);
  expect(await service.app.get(Projector).reached('register', (await log.head())!, 10_000)).toBe(true);
  const { rows } = await pool.query('select event_id as id from history.events order by position');
  expect(rows.map(({ id }) => id)).toEqual(events.map(({ eventId }) => eventId));

  await Promise.all([log.close(), pool.end()]);
  await service.close();
  await cluster.stop();
  await rm(dataFolder, { recursive: true, force: true });
}, 60_000);

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { undoAfterEach } from '../chaos/undo.js';
import { allPages } from '../contract/reading.js';
import { eventually } from '../support/eventually.js';
import { itInPostgres } from '../support/in-postgres.js';

const afterwards = undoAfterEach();

itInPostgres(
  'a database stopped in immediate mode and by kill -9 under load costs no acknowledged write, no order, no subscription',
  async () => {
    const cluster = await CrashingCluster.start();
    afterwards(() => cluster.stop());
    const dataFolder = await mkdtemp(join(tmpdir(), 'sijil-crash-service-'));
    afterwards(() => rm(dataFolder, { recursive: true, force: true }));
    const service = await startService(
      readConfig({ DATABASE_URL: cluster.url, DATA_DIR: dataFolder, PORT: '0', LOG_LEVEL: 'fatal' }),
    );
    afterwards(() => service.close());
    const pool = createPool(cluster.url, 2);
    afterwards(() => pool.end());
    afterwards(leasesRunOut(pool));
    const log = new PostgresEventStore({ connectionString: cluster.url });
    afterwards(() => log.close());
    const subscription = told(log);
    afterwards(() => subscription.stop());
    const { token } = await new ApiKeys(pool).create({ principal: 'clients', role: 'recorder' });
    const clients = new PersistentClients(() => service.url, token);
    const writing = clients.run(8);
    afterwards(() => clients.giveUp());

    for (const how of ['immediate', 'kill'] satisfies Crash[]) {
      await clients.answers(20);
      await cluster.crash(how);
      await cluster.begin();
    }
    await clients.answers(20);
    clients.stop();
    await writing;

    await clients.expectEachOnceInOrder(log);
    expect(clients.repeats).toBeGreaterThan(0);
    const events = await allPages(log);
    await eventually(() => expect(subscription.events).toEqual(events));
    for (const projection of ['register', 'history']) {
      expect(await service.app.get(Projector).reached(projection, (await log.head())!, 20_000)).toBe(true);
    }
    const { rows } = await pool.query('select event_id as id from history.events order by position');
    expect(rows.map(({ id }) => id)).toEqual(events.map(({ eventId }) => eventId));
  },
  60_000,
);

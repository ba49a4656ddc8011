import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { ApiKeys } from '../../src/access/api-keys.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres-event-store.js';
import { leasesRunOut } from '../chaos/leases.js';
import { PersistentClients } from '../chaos/persistent-clients.js';
import { Chance } from '../chaos/random.js';
import { undoAfterEach } from '../chaos/undo.js';
import { allPages } from '../contract/reading.js';
import { testDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { itInPostgres } from '../support/in-postgres.js';

const MAIN = join(process.cwd(), 'dist/src/main.js');
const built = existsSync(MAIN) ? itInPostgres : it.skip;

const afterwards = undoAfterEach();

built(
  'a service killed at any moment under load has each acknowledged write once, in order, and doubles no repeat',
  async () => {
    const database = await testDatabase();
    afterwards(() => database.drop());
    afterwards(leasesRunOut(database.pool));
    const { token } = await new ApiKeys(database.pool).create({ principal: 'clients', role: 'recorder' });
    const chance = new Chance(1_977);
    let service = await started(database.url);
    afterwards(() => service.process.kill('SIGKILL'));
    const clients = new PersistentClients(() => service.url, token);
    const writing = clients.run(8);
    afterwards(() => clients.giveUp());

    for (let kills = 0; kills < 2; kills += 1) {
      await clients.answers(20);
      await pause(chance.between(0, 200));
      const exit = once(service.process, 'exit');
      service.process.kill('SIGKILL');
      await exit;
      service = await started(database.url);
    }
    await clients.answers(20);
    clients.stop();
    await writing;

    const log = new PostgresEventStore({ connectionString: database.url });
    afterwards(() => log.close());
    await clients.expectEachOnceInOrder(log);
    expect(clients.repeats).toBeGreaterThan(0);
    const events = await allPages(log);
    await eventually(async () => {
      const { rows } = await database.pool.query('select event_id as id from history.events order by position');
      expect(rows.map(({ id }) => id)).toEqual(events.map(({ eventId }) => eventId));
    });
  },
  60_000,
);

async function started(databaseUrl: string): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, PORT: '0' };
  const service = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: service.stdout })) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (!url) continue;
    service.stdout.resume();
    return { process: service, url };
  }
  throw new Error('The service ended without saying where it answers.');
}

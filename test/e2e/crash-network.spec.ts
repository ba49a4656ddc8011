import { join } from 'node:path';
import { StoreUnavailable } from '../../src/event-store/errors.js';
import { PostgresEventStore } from '../../src/event-store/postgres/postgres-event-store.js';
import { CuttingProxy, type Direction } from '../chaos/cutting-proxy.js';
import { leasesRunOut } from '../chaos/leases.js';
import { PersistentClients } from '../chaos/persistent-clients.js';
import { Chance } from '../chaos/random.js';
import { told } from '../chaos/stepping.js';
import { undoAfterEach } from '../chaos/undo.js';
import { newEvents } from '../contract/a-new-event.js';
import { allPages } from '../contract/reading.js';
import { TestApp } from '../support/app.js';
import { testDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { describeInPostgres } from '../support/in-postgres.js';

/** Every so often, in one direction or in either. */
function sometimes(seed: number, often: number, only?: Direction): (direction: Direction) => boolean {
  const chance = new Chance(seed);
  return (direction) => (only === undefined || direction === only) && chance.next() < often;
}

const afterwards = undoAfterEach();

describeInPostgres('a wire cut half-way', () => {
  it.each<Direction>(['answer', 'request'])(
    'through the %s to a client costs no acknowledged write, and a repeat with its key doubles none',
    async (direction) => {
      const app = await TestApp.start();
      afterwards(() => app.stop());
      const proxy = await CuttingProxy.start(
        { host: '127.0.0.1', port: Number(new URL(app.url).port) },
        sometimes(direction.length, 0.2, direction),
      );
      afterwards(() => proxy.close());
      afterwards(leasesRunOut(app.database.pool));
      let url = `http://127.0.0.1:${proxy.port}`;
      const clients = new PersistentClients(() => url, await app.key('recorder'));
      const writing = clients.run(6);
      afterwards(() => clients.giveUp());
      await clients.answers(100);
      await eventually(() => expect(proxy.cuts).toBeGreaterThan(10));
      clients.stop();
      await writing;

      url = app.url;
      const log = new PostgresEventStore({ connectionString: app.database.url });
      afterwards(() => log.close());
      await clients.expectEachOnceInOrder(log);
    },
  );

  it('between the log and its database leaves every append in once, and the subscription in order', async () => {
    const database = await testDatabase();
    afterwards(() => database.drop());
    const { pathname, host } = new URL(database.url);
    let cutting = true;
    const often = sometimes(42, 0.03);
    const path = join(decodeURIComponent(host), '.s.PGSQL.5432');
    const proxy = await CuttingProxy.start({ path }, (direction) => cutting && often(direction));
    afterwards(() => proxy.close());
    const store = new PostgresEventStore(
      { connectionString: `postgres://sijil@127.0.0.1:${proxy.port}${pathname}` },
      { pollMs: 50 },
    );
    afterwards(() => store.close());
    const subscription = told(store);
    afterwards(() => subscription.stop());
    let unanswered = 0;
    const acknowledged = await Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        const own: string[] = [];
        for (let turn = 0; turn < 20 || unanswered < 5; turn += 1) {
          const events = newEvents(1 + (turn % 2));
          for (let result; !result;) {
            result = await store.append(`report-${writer}-${turn}`, 'none', events).catch((error: unknown) => {
              expect(error).toBeInstanceOf(StoreUnavailable);
              unanswered += 1;
              return undefined;
            });
          }
          own.push(...events.map(({ eventId }) => eventId));
        }
        return own;
      }),
    );
    cutting = false;
    const events = await eventually(() => allPages(store));
    expect(events.map(({ eventId }) => eventId).sort()).toEqual(acknowledged.flat().sort());
    for (const own of acknowledged) {
      const inLog = events.map(({ eventId }) => eventId).filter((id) => own.includes(id));
      expect(inLog).toEqual(own);
    }
    await eventually(() => expect(subscription.events).toEqual(events));
  });
});

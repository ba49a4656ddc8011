import { emptyLog } from '../../../test/contract/empty-log.js';
import { eventStoreContract } from '../../../test/contract/event-store.contract.js';
import { testDatabase } from '../../../test/support/database.js';
import type { TestDatabase } from '../../../test/support/database.js';
import { PostgresEventStore } from './postgres-event-store.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

eventStoreContract('in PostgreSQL', async () => {
  await emptyLog(database.pool);
  const store = new PostgresEventStore({ connectionString: database.url });
  const another = async () => new PostgresEventStore({ connectionString: database.url });
  return { store, another, close: () => store.close() };
});

import { randomUUID } from 'node:crypto';
import { eventStoreContract } from '../../../test/contract/event-store.contract.js';
import { openKurrentEventStore } from './open.js';

const url = process.env['KURRENTDB_URL'];

if (url) {
  eventStoreContract(
    'in KurrentDB',
    async () => {
      // Nothing can be removed from the server's log, so that each test has streams of its own.
      const prefix = `test${randomUUID().slice(0, 8)}.`;
      const another = () => openKurrentEventStore(url, { categories: ['statement', 'statements', 'report'], prefix });
      const store = await another();
      return { store, another, close: () => store.close() };
    },
    { idsOfOtherStreams: 'KurrentDB has no index of event ids' },
  );
} else {
  describe.skip('the event store contract: in KurrentDB (skipped: KURRENTDB_URL is not set)', () => {
    it('is held against a server', () => undefined);
  });
}

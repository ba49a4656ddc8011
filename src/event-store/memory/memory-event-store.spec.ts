import { eventStoreContract } from '../../../test/contract/event-store.contract.js';
import { MemoryEventStore } from './memory-event-store.js';

eventStoreContract(
  'in memory',
  async () => {
    const store = new MemoryEventStore();
    return { store, close: () => store.close() };
  },
  { oneStoreOnly: 'a log in memory is its store' },
);

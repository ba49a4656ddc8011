import { eventStoreContract } from '../../../test/contract/event-store.contract.js';
import { ScriptedKurrent } from '../../../test/support/scripted-kurrent.js';
import { KurrentEventStore } from './kurrent-event-store.js';

// Keeps so few ids that it has to look at most streams again, as a busy service would.
eventStoreContract(
  'in a scripted KurrentDB',
  async () => {
    const { connect } = new ScriptedKurrent();
    const another = async () =>
      new KurrentEventStore(connect, {
        categories: ['statement', 'statements', 'report'],
        prefix: 'test.',
        knownIds: 4,
      });
    const store = await another();
    return { store, another, close: () => store.close() };
  },
  { idsOfOtherStreams: 'KurrentDB has no index of event ids' },
);

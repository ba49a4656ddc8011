import { newEvents } from '../../../test/contract/a-new-event.js';
import { eventually } from '../../../test/support/eventually.js';
import { plainOutage, ScriptedKurrent } from '../../../test/support/scripted-kurrent.js';
import { StoreUnavailable } from '../errors.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { positionOf } from './log-position.js';

const STALL_MS = 150;

let server: ScriptedKurrent;
let store: KurrentEventStore;
beforeEach(() => {
  server = new ScriptedKurrent();
  store = new KurrentEventStore(server.connect, { categories: ['statement'], stallMs: STALL_MS, endMs: Infinity });
});
afterEach(() => store.close());

const others = (count: number) => Array.from({ length: count }, (_, index) => server.record(`invoice-${index}`));
const placeOf = (index: number) => positionOf(server.records.at(index)!.position!);
const revisionsAfter = async (after: string | null) =>
  (await store.readAll({ after, max: 10 })).events.map(({ revision }) => revision);

/** Listens on the server, and has the latest subscription. */
const listening = async () => {
  store.watch();
  await eventually(() => expect(server.subscriptions.at(-1)?.live).toBe(true));
  return server.subscriptions.at(-1)!;
};
const losesItsSubscription = async () => {
  const lost = await listening();
  lost.live = false;
  lost.emit('end');
  await eventually(() => expect(server.subscriptions.at(-1)).not.toBe(lost));
  await listening();
};
const replacesItsClient = async () => {
  const away = () => {
    throw plainOutage();
  };
  server.next('readAll', away, away, away);
  for (let failures = 0; failures < 3; failures += 1) await expect(store.head()).rejects.toThrow(StoreUnavailable);
  expect(server.clients).toHaveLength(2);
};

describe.each([
  ['its subscription is replaced', losesItsSubscription],
  ['its client is replaced', replacesItsClient],
])('a server that comes back with a shorter log, when %s', (_, losingTouch) => {
  it('is searched from the beginning again for our first event', async () => {
    others(3);
    server.record('statement-a');
    expect(await revisionsAfter(null)).toEqual([0]);
    server.restore(0);
    await losingTouch();
    for (let count = 0; count < 2; count += 1) server.record('statement-b');
    expect(await revisionsAfter(null)).toEqual([0, 1]);
  });

  it('is searched for our last event again, where there were only others’', async () => {
    server.record('statement-a');
    others(10);
    expect(await store.head()).toBe(placeOf(0));
    server.restore(1);
    await losingTouch();
    server.record('statement-a');
    others(3);
    expect(await store.head()).toBe(placeOf(1));
  });

  it('is told new appends where older ones were, and what it lost, as what they are', async () => {
    const lost = newEvents(2);
    await store.append('statement-a', 'none', newEvents(1));
    await store.append('statement-b', 'none', lost);
    server.restore(1);
    await losingTouch();
    expect(await store.append('statement-c', 'none', newEvents(1))).toMatchObject({ revision: 0, repeated: false });
    expect(await store.append('statement-b', 'none', lost)).toMatchObject({ revision: 1, repeated: false });
    expect(server.records).toHaveLength(4);
  });
});

describe('a subscription on a server that comes back with a shorter log', () => {
  it('hides nothing where only others’ events were', async () => {
    server.record('statement-a');
    const after = placeOf(0);
    const subscription = await listening();
    const passed = others(3);
    await subscription.checkpoint(passed[2]!.position!.commit);
    server.restore(1);
    await losesItsSubscription();
    await store.append('statement-a', 0, newEvents(2));
    expect(await revisionsAfter(after)).toEqual([1, 2]);
  });

  it('is not taken for stalled because an event it cannot know of was there', async () => {
    await listening();
    await store.append('statement-a', 'none', newEvents(2));
    server.restore(1);
    await losesItsSubscription();
    const count = server.subscriptions.length;
    await new Promise((resolve) => setTimeout(resolve, 3 * STALL_MS));
    expect(server.subscriptions).toHaveLength(count);
  });
});

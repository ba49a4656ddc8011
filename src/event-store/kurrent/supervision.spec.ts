import { aNewEvent } from '../../../test/contract/a-new-event.js';
import { eventually } from '../../../test/support/eventually.js';
import { clientError, plainOutage, ScriptedKurrent } from '../../../test/support/scripted-kurrent.js';
import { UndecodableEvent, decode } from '../../domain/events/decode.js';
import { MalformedPosition, StoreUnavailable } from '../errors.js';
import type { SubscriptionMessage } from '../event-store.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import type { KurrentEventStoreOptions } from './options.js';

const NEVER = Infinity;

let server: ScriptedKurrent;
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  server = new ScriptedKurrent();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A store that would not notice anything without its bell, unless it is told to look by itself. */
function openStore(options: Partial<KurrentEventStoreOptions> = {}): KurrentEventStore {
  const store = new KurrentEventStore(server.connect, {
    categories: ['statement', 'report'],
    pollMs: NEVER,
    stallMs: 150,
    answerMs: 200,
    searchMs: 200,
    ...options,
  });
  closing.push(() => store.close());
  return store;
}

/** Everything a subscription tells, collected while it runs. */
function listening(store: KurrentEventStore, after: string | null = null) {
  const stop = new AbortController();
  const told: SubscriptionMessage[] = [];
  const ended = (async () => {
    for await (const message of store.subscribe({ after, signal: stop.signal })) told.push(message);
  })();
  ended.catch(() => undefined);
  closing.push(async () => stop.abort());
  return {
    told,
    ended,
    revisions: () => told.flatMap((message) => (message.kind === 'event' ? [message.event.revision] : [])),
  };
}

/** A subscription that has caught up, and hears from the server. */
async function live(options: Partial<KurrentEventStoreOptions> = {}) {
  server.record('statement-a');
  const store = openStore(options);
  const heard = listening(store);
  await eventually(() => {
    expect(heard.told.at(-1)).toMatchObject({ kind: 'caught-up' });
    expect(server.subscriptions[0]?.live).toBe(true);
  });
  return { store, ...heard };
}

/** The subscription the server had first is replaced by another, which tells what happened meanwhile, once. */
async function expectReplaced(revisions: () => number[]): Promise<void> {
  await eventually(() => expect(server.subscriptions[1]?.live).toBe(true));
  server.record('statement-a');
  await eventually(() => expect(revisions()).toEqual([0, 1, 2]));
  expect(server.subscriptions[0]).toMatchObject({ destroyed: true, unsubscribed: true });
}

describe('a subscription on the server', () => {
  it('rings for what others append', async () => {
    const { revisions } = await live();
    server.record('statement-a');
    await eventually(() => expect(revisions()).toEqual([0, 1]));
  });

  it.each(['end', 'close'])('is replaced when it says no more than %s', async (ending) => {
    const { store, revisions } = await live();
    const { reconnections } = await store.condition();
    server.subscriptions[0]!.live = false;
    server.record('statement-a');
    server.subscriptions[0]!.emit(ending);
    await expectReplaced(revisions);
    expect((await store.condition()).reconnections).toBeGreaterThan(reconnections);
  });

  it.each([
    ['unavailable', () => clientError('unavailable')],
    ['cancelled', () => clientError('cancelled')],
    ['not-leader', () => clientError('not-leader', { leader: { address: '10.0.0.2', port: 2113 } })],
    ['a plain outage', plainOutage],
  ])('is replaced when it fails (%s) without being destroyed, whatever it says later', async (_, failure) => {
    const { revisions } = await live();
    server.subscriptions[0]!.live = false;
    server.record('statement-a');
    server.subscriptions[0]!.emit('error', failure());
    await expectReplaced(revisions);
    expect(() => server.subscriptions[0]!.emit('error', failure())).not.toThrow();
  });

  it('is replaced when it stays silent about an event of our own', async () => {
    const { store, revisions } = await live();
    server.mute = true;
    await store.append('statement-a', 0, [aNewEvent()]);
    await eventually(() => expect(server.subscriptions).toHaveLength(2));
    server.mute = false;
    await expectReplaced(revisions);
  });

  it('is replaced when it stays silent about an event that was found by looking', async () => {
    const { revisions } = await live({ pollMs: 20 });
    server.mute = true;
    server.record('statement-a');
    await eventually(() => expect(revisions()).toEqual([0, 1]));
    await eventually(() => expect(server.subscriptions).toHaveLength(2));
    server.mute = false;
    await expectReplaced(revisions);
  });

  it('is replaced when it is never confirmed', async () => {
    server.next('subscribeToAll', () => new Promise(() => undefined));
    const { revisions } = listening(openStore());
    await eventually(() => expect(server.subscriptions[1]?.live).toBe(true));
    server.record('statement-a');
    await eventually(() => expect(revisions()).toEqual([0]));
  });

  it('is kept while there is nothing to tell', async () => {
    await live();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(server.subscriptions).toHaveLength(1);
  });

  it('is begun again at growing intervals while the server is away', async () => {
    const away = () => {
      throw clientError('unavailable');
    };
    server.next('subscribeToAll', ...Array.from({ length: 50 }, () => away));
    listening(openStore());
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    // 50, 100, 200, 400, 800 ms at most, half of that at least.
    expect(server.subscriptions.length).toBeGreaterThan(3);
    expect(server.subscriptions.length).toBeLessThan(9);
  });

  it('goes on behind the last event of ours, and resolves no links', async () => {
    await live();
    const [options] = server.optionsOf('subscribeToAll');
    expect(options).toMatchObject({
      fromPosition: server.records[0]!.position,
      resolveLinkTos: false,
      requiresLeader: true,
    });
  });
});

describe('following the log', () => {
  it('goes on from the event it told last when the server was away in between', async () => {
    for (let count = 0; count < 600; count += 1) server.record('statement-a');
    const away = () => {
      throw clientError('unavailable');
    };
    const store = openStore();
    const { revisions } = listening(store);
    await eventually(() => expect(revisions().length).toBeGreaterThan(0));
    server.next('readAll', away, away, away);
    server.record('statement-a');
    await eventually(() => expect(revisions()).toHaveLength(601));
    expect(revisions()).toEqual(Array.from({ length: 601 }, (_, revision) => revision));
  });

  it('says that it has caught up only at the end of what is ours', async () => {
    server.record('invoice-1');
    const first = server.record('statement-a');
    server.record('invoice-2');
    const { told } = await live();
    expect(told.map(({ kind }) => kind)).toEqual(['event', 'event', 'caught-up']);
    expect(first.revision).toBe(0n);
  });

  it('does not search again through what is known to be others’ only', async () => {
    const { store, revisions } = await live();
    const others = Array.from({ length: 5 }, (_, index) => server.record(`invoice-${index}`));
    await server.subscriptions[0]!.checkpoint(others[3]!.position!.commit);
    expect((await store.readAll({ after: await store.head(), max: 10 })).events).toEqual([]);
    expect(server.optionsOf('readAll').at(-1)).toMatchObject({ fromPosition: others[3]!.position });

    server.record('statement-a');
    await eventually(() => expect(revisions()).toEqual([0, 1]));
    const { events } = await store.readAll({ after: null, max: 10 });
    expect(events.map(({ revision }) => revision)).toEqual([0, 1]);
  });

  it('refuses a position at which no event begins, rather than waiting for it for ever', async () => {
    server.record('statement-a');
    server.record('statement-a');
    const store = openStore();
    const between = (await store.head())!.replace(/\d-/, (end) => `${(Number(end[0]) + 5) % 10}-`);
    server.record('statement-a');
    await expect(store.readAll({ after: between, max: 10 })).rejects.toThrow(MalformedPosition);
    await expect(listening(store, between).ended).rejects.toThrow(MalformedPosition);
  });

  it('takes a server that is away for a moment for nothing else', async () => {
    server.record('statement-a');
    const store = openStore();
    const after = await store.head();
    const away = () => {
      throw clientError('unavailable');
    };
    server.next('readAll', away);
    expect(await store.readAll({ after, max: 10 })).toMatchObject({ events: [], atEnd: true });
    server.next('readAll', away, away);
    await expect(store.readAll({ after, max: 10 })).rejects.toThrow(StoreUnavailable);
  });

  it.each([
    ['only its searches fail', ['unavailable', null, 'unavailable']],
    ['it is away whenever that place is asked for', ['unavailable', null, 'unavailable', 'unavailable', 'unavailable']],
    ['it has no time for that place', ['unavailable', null, 'unavailable', 'deadline-exceeded']],
    ['there is another leader by then', ['unavailable', null, 'unavailable', 'not-leader']],
  ])('never calls a place where an event lies none: %s', async (_, answers) => {
    server.record('statement-a');
    const store = openStore();
    const after = await store.head();
    const deed = (answer: string | null) => () => {
      if (answer !== null) throw clientError(answer);
    };
    server.next('readAll', ...answers.map(deed));
    await expect(store.readAll({ after, max: 10 })).rejects.toThrow(StoreUnavailable);
    expect(await store.readAll({ after, max: 10 })).toMatchObject({ events: [], atEnd: true });
  });

  it.each(['deadline-exceeded', 'timeout'])(
    'passes over others’ events itself where a search ends in %s',
    async (type) => {
      const late = () => {
        throw clientError(type);
      };
      server.record('statement-a');
      server.record('invoice-1');
      const store = openStore();
      const after = await store.head();
      server.record('statement-a');
      server.next('readAll', late, () => undefined, late);
      expect(await store.readAll({ after, max: 10 })).toMatchObject({ events: [{ revision: 1 }] });
    },
  );

  it('gives up a page that never comes, and tries again', async () => {
    server.record('statement-a');
    server.next('readAll', () => new Promise(() => undefined));
    const { revisions } = listening(openStore());
    await eventually(() => expect(revisions()).toEqual([0]));
  });
});

describe('an event that is no JSON any more', () => {
  it.each([
    ['text, as the client gives malformed JSON', '{"statementId": "a"'],
    ['bytes, as somebody redacted them', new Uint8Array(16)],
  ])('is passed on as %s, and refused by name where it is decoded', async (_, data) => {
    server.record('statement-a', { data });
    server.record('statement-b');
    const { events } = await openStore().readAll({ after: null, max: 10 });
    expect(events).toHaveLength(2);
    expect(typeof events[0]!.data).toBe('string');
    expect(() => decode(events[0]!)).toThrow(UndecodableEvent);
    expect(() => decode(events[0]!)).toThrow(/statement-a/);
  });

  it('is refused likewise when its metadata is damaged', async () => {
    server.record('statement-a', { metadata: new Uint8Array([1, 2, 3]) });
    const { events } = await openStore().readAll({ after: null, max: 10 });
    expect(() => decode(events[0]!)).toThrow(UndecodableEvent);
  });
});

describe('a client that keeps failing', () => {
  it('is replaced after three failures running, and not before', async () => {
    const store = openStore();
    const failing = async (times: number) => {
      const away = () => {
        throw plainOutage();
      };
      server.next('readAll', ...Array.from({ length: times }, () => away));
      for (let time = 0; time < times; time += 1) await expect(store.head()).rejects.toThrow(StoreUnavailable);
    };
    await failing(2);
    expect(await store.head()).toBeNull();
    await failing(2);
    expect(server.clients).toMatchObject([{ disposed: false }]);
    await failing(1);
    expect(server.clients).toMatchObject([{ disposed: true }, { disposed: false }]);
    expect(await store.head()).toBeNull();
  });
});

import { jest } from '@jest/globals';
import { aPassage, aSource, anActor, aCorrection, anAmendment, anIncident } from '../../test/support/builders.js';
import { actorRegistered } from '../domain/events/actor-registered.js';
import { entryCorrected } from '../domain/events/entries.js';
import { incidentAmended } from '../domain/events/incident-amended.js';
import { incidentOpened, type IncidentOpened } from '../domain/events/incident-opened.js';
import { sourceRegistered } from '../domain/events/source-registered.js';
import type { SijilEvent } from '../domain/events/index.js';
import { InvalidData } from '../domain/schema/validate.js';
import { StoreUnavailable, WrongExpectedRevision } from '../event-store/errors.js';
import { MemoryEventStore } from '../event-store/memory/memory-event-store.js';
import { MemoryVault } from '../vault/memory-vault.js';
import type { Appended, CommandContext, Named } from './decision-log.js';
import { Contended, IdempotencyKeyReused, StaleRevision } from './decision-log-errors.js';
import { eventIdOf } from './decision-log-event-ids.js';
import { RecordedDecisionLog } from './recorded-decision-log.js';
import { RehearsalOverlay } from './rehearsal-overlay.js';

const by = { id: 'recorder-1', role: 'recorder' } as const;
const words = { lang: 'en', value: 'What was said on the spot.' };

function register() {
  const store = new MemoryEventStore();
  const vault = new MemoryVault();
  const log = new RecordedDecisionLog(store, vault);

  /** Opens an incident unless it is open: the simplest decision there is. */
  const open = (body: object = {}, context: Partial<CommandContext> = {}) =>
    log.decide(
      {
        category: 'incident',
        id: 'atmeh',
        context: { by, ...context },
        event: incidentOpened,
        body: { ...anIncident({ incidentId: 'atmeh' }).data, ...body } as never,
      },
      (own, _named, data) => (own.length > 0 ? [] : [incidentOpened(data)]),
    );

  /** Amends it, come what may. */
  const amend = (body: object = {}, context: Partial<CommandContext> = {}) =>
    log.decide(
      {
        category: 'incident',
        id: 'atmeh',
        context: { by, ...context },
        event: incidentAmended,
        body: { ...anAmendment({ incidentId: 'atmeh' }).data, ...body } as never,
      },
      (_own, _named, data) => [incidentAmended(data)],
    );

  const events = async (stream = 'incident-atmeh') => {
    const all = [];
    for await (const event of store.readStream(stream)) all.push(event);
    return all;
  };

  return { store, vault, log, open, amend, events };
}

describe('a decision', () => {
  it('is recorded with who sent it, when, and what caused it', async () => {
    const { open, events } = register();
    const before = Date.now();
    const appended = await open({}, { traceparent: 'trace', batchId: 'batch' });
    const [event] = await events();
    expect(appended).toEqual({
      stream: 'incident-atmeh',
      id: 'atmeh',
      revision: 0,
      position: event!.position,
      eventIds: [event!.eventId],
      repeated: false,
    });
    expect(event!.metadata).toMatchObject({
      recordedBy: 'recorder-1',
      traceparent: 'trace',
      batchId: 'batch',
      schemaVersion: '1',
    });
    expect(event!.metadata['causationId']).toBe(event!.metadata['correlationId']);
    expect(Date.parse(event!.metadata['recordedAt']!)).toBeGreaterThanOrEqual(before);
  });

  it('appends nothing and changes nothing in the vault when the body has the wrong form, and names every place', async () => {
    const { open, events, vault } = register();
    const put = jest.spyOn(vault, 'put');
    const refused = open({ label: 'not a list', nonsense: 1, note: words }).catch((error: unknown) => error);
    expect(await refused).toBeInstanceOf(InvalidData);
    expect(((await refused) as InvalidData).problems.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/label', '/nonsense']),
    );
    expect(await events()).toEqual([]);
    expect(put).not.toHaveBeenCalled();
  });

  it('keeps words out of the log, and puts them into the vault first', async () => {
    const { open, events, vault } = register();
    await open({ note: words });
    const [event] = await events();
    const { note } = event!.data as unknown as IncidentOpened;
    expect(JSON.stringify(event)).not.toContain(words.value);
    expect((await vault.read([note!.passage])).get(note!.passage)).toEqual(words);
  });

  describe('on what a new thing names', () => {
    const naming = () => ['actor-a', 'actor-b'];
    const openNaming = ({ log }: ReturnType<typeof register>, context: Partial<CommandContext> = {}) =>
      log.decide(
        {
          category: 'incident',
          id: 'atmeh',
          context: { by, ...context },
          event: incidentOpened,
          body: anIncident({ incidentId: 'atmeh' }).data as never,
          naming,
          follow: () => naming(),
        },
        (own, named, data) =>
          own.length > 0 || named.exists('actor', 'a') || named.exists('actor', 'b') ? [] : [incidentOpened(data)],
      );

    it('reads that together with the stream of its own, and each stream once', async () => {
      const given = register();
      const asked: string[] = [];
      const read = given.store.readStream.bind(given.store);
      let all = (): void => undefined;
      const allAsked = new Promise<void>((resolve) => (all = resolve));
      jest.spyOn(given.store, 'readStream').mockImplementation(async function* (stream) {
        if (asked.push(stream) === 3) all();
        // Were one read only after another, none would ever be answered.
        await allAsked;
        yield* read(stream);
      });
      expect(await openNaming(given)).toMatchObject({ revision: 0 });
      expect(asked.sort()).toEqual(['actor-a', 'actor-b', 'incident-atmeh']);
    });

    it('says why it is refused, and not that a stream it no longer needs could not be read', async () => {
      const given = register();
      const read = given.store.readStream.bind(given.store);
      const failed: string[] = [];
      jest.spyOn(given.store, 'readStream').mockImplementation(async function* (stream) {
        if (stream === 'incident-atmeh') return yield* read(stream);
        failed.push(stream);
        throw new StoreUnavailable('It went away.');
      });
      await expect(openNaming(given, { ifMatch: 3 })).rejects.toThrow(StaleRevision);
      expect(failed).toEqual(['actor-a', 'actor-b']);
      await expect(openNaming(given)).rejects.toThrow(StoreUnavailable);
      expect(await given.events()).toEqual([]);
    });
  });

  it('that comes to nothing answers the first result', async () => {
    const { open, amend } = register();
    const first = await open({ note: words });
    await amend();
    expect(await open({ note: words })).toEqual({ ...first, repeated: true });
  });

  it('sees the same data again when the same words come again', async () => {
    const { log, open, events } = register();
    await open({ note: words });
    const [event] = await events();
    let seen: object | undefined;
    await log.decide(
      {
        category: 'incident',
        id: 'atmeh',
        context: { by },
        event: incidentOpened,
        body: { ...anIncident({ incidentId: 'atmeh' }).data, note: words } as never,
      },
      (_own, _named, data) => {
        seen = data;
        return [];
      },
    );
    expect(JSON.parse(JSON.stringify(seen))).toEqual(event!.data);
  });

  it('refuses what has not come yet', async () => {
    const { open } = register();
    const occurred = { ...anIncident().data.occurred, from: '2999-01-01T00:00:00Z', to: '2999-01-02T00:00:00Z' };
    await expect(open({ occurred })).rejects.toMatchObject({ code: 'in-the-future' });
  });
});

describe('what a decision reads', () => {
  it('is what the data names and where that leads, each stream once, also in a circle', async () => {
    const { log, store } = register();
    const reads = jest.spyOn(store, 'readStream');
    for (const id of ['a', 'b', 'c']) await registerActor(log, id);
    reads.mockClear();
    let named: Named | undefined;
    const next: Record<string, string> = { a: 'actor-b', b: 'actor-c', c: 'actor-a' };
    await log.decide(
      {
        category: 'source',
        id: 's',
        context: { by },
        event: sourceRegistered,
        body: { ...aSource({ sourceId: 's' }).data } as never,
        naming: () => ['actor-a', 'actor-nobody'],
        follow: (event) => (event.type === 'ActorRegistered' ? [next[event.data.actorId]!] : []),
      },
      (_own, found, data) => {
        named = found;
        return [sourceRegistered(data)];
      },
    );
    expect(['a', 'b', 'c', 'nobody'].map((id) => named!.exists('actor', id))).toEqual([true, true, true, false]);
    expect(reads.mock.calls.map(([stream]) => stream).sort()).toEqual([
      'actor-a',
      'actor-b',
      'actor-c',
      'actor-nobody',
      'source-s',
    ]);
    expect(() => named!.events('actor', 'somebody-else')).toThrow('did not name');
  });
});

describe('a lost race', () => {
  it('is decided again on fresher facts', async () => {
    const { amend, open, events } = register();
    await open();
    await Promise.all(Array.from({ length: 8 }, () => amend()));
    expect((await events()).map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is the sender’s to resolve when they said what they saw', async () => {
    const { amend, open, store } = register();
    await open();
    const append = store.append.bind(store);
    jest.spyOn(store, 'append').mockImplementationOnce(async (stream, expected, events) => {
      await amend();
      return append(stream, expected, events);
    });
    await expect(amend({}, { ifMatch: 0 })).rejects.toBeInstanceOf(StaleRevision);
  });

  it('is refused at once when what they saw is not what there is', async () => {
    const { amend, open, events } = register();
    await expect(open({}, { ifMatch: 3 })).rejects.toBeInstanceOf(StaleRevision);
    await open();
    await amend({}, { ifMatch: 0 });
    await expect(amend({}, { ifMatch: 0 })).rejects.toBeInstanceOf(StaleRevision);
    expect(await events()).toHaveLength(2);
  });

  it('that never ends is given up in the end', async () => {
    const { open, store } = register();
    jest.spyOn(store, 'append').mockImplementation((stream, expected) => {
      throw new WrongExpectedRevision(stream, expected, 1);
    });
    await expect(open()).rejects.toBeInstanceOf(Contended);
  });
});

describe('an idempotency key', () => {
  const idempotencyKey = 'request-1';

  it('makes a repeat find its own first result, whatever came after', async () => {
    const { open, amend, events } = register();
    await open();
    const first = await amend({ note: words }, { idempotencyKey });
    await amend();
    expect(await amend({ note: words }, { idempotencyKey })).toEqual({ ...first, repeated: true });
    expect(first.eventIds).toEqual([eventIdOf({ by, idempotencyKey }, 0)]);
    expect(await events()).toHaveLength(3);
  });

  it('cannot be used for something else', async () => {
    const { open, amend } = register();
    await open();
    await amend({ note: words }, { idempotencyKey });
    const other = { ...words, value: 'Something else.' };
    await expect(amend({ note: other }, { idempotencyKey })).rejects.toBeInstanceOf(IdempotencyKeyReused);
  });

  it('of another sender is another key', async () => {
    const { open, amend, events } = register();
    await open();
    await amend({}, { idempotencyKey });
    await amend({}, { idempotencyKey, by: { id: 'recorder-2', role: 'recorder' } });
    expect(await events()).toHaveLength(3);
  });

  it('lets the one request in that came twice at once', async () => {
    const { open, amend, events } = register();
    await open();
    const all = await Promise.all(Array.from({ length: 5 }, () => amend({}, { idempotencyKey })));
    expect(await events()).toHaveLength(2);
    expect(new Set(all.map(({ position }) => position)).size).toBe(1);
  });
});

describe('a correction', () => {
  const correct = ({ log }: ReturnType<typeof register>, body: object, context: Partial<CommandContext> = {}) =>
    log.decide(
      { category: 'incident', id: 'atmeh', context: { by, ...context }, event: entryCorrected, body: body as never },
      (_own, _named, data) => [entryCorrected(data)],
    );
  const opened = async (over: object = {}) => {
    const all = register();
    const { eventIds } = await all.open(over);
    const [event] = await all.events();
    return { ...all, target: eventIds[0]!, data: event!.data };
  };

  it('takes the words of its own note into the vault', async () => {
    const all = await opened();
    await correct(all, { target: all.target, reason: 'transcription', after: all.data, note: words });
    const { note } = (await all.events()).at(-1)!.data as { note: { passage: string } };
    expect((await all.vault.read([note.passage])).get(note.passage)).toMatchObject(words);
  });

  it('carries what the entry said before, and what it should have said', async () => {
    const all = await opened({ note: words });
    const after = { ...all.data, label: [{ lang: 'en', text: 'Another name' }] };
    await correct(all, { target: all.target, reason: 'transcription', after });
    const event = (await all.events()).at(-1)!;
    const of = { type: 'IncidentOpened', schemaVersion: 1 };
    expect(event.data).toEqual({ target: all.target, reason: 'transcription', of, before: all.data, after });
  });

  it('takes words in the place of words, and keeps the reference of those that stay the same', async () => {
    const all = await opened({ note: words });
    const same = { ...all.data, note: words, label: [{ lang: 'en', text: 'Another name' }] };
    await correct(all, { target: all.target, reason: 'transcription', after: same });
    const { after } = (await all.events()).at(-1)!.data as unknown as { after: IncidentOpened };
    expect(after.note).toEqual((all.data as unknown as IncidentOpened).note);
  });

  it('is refused where what it should have said has the wrong form, with the place', async () => {
    const all = await opened();
    const body = { target: all.target, reason: 'transcription', after: { ...all.data, label: 7 } };
    const error = (await correct(all, body).catch((one: unknown) => one)) as InvalidData;
    expect(error).toBeInstanceOf(InvalidData);
    expect(error.problems.map(({ pointer }) => pointer)).toContain('/after/label');
  });

  it('does not let the sender say what was there before, nor in which version', async () => {
    const all = await opened();
    const body = { target: all.target, reason: 'transcription', after: all.data };
    const saying = (more: object) => correct(all, { ...body, ...more });
    await expect(saying({ before: { made: 'up' } })).rejects.toMatchObject({ problems: [{ pointer: '/before' }] });
    const of = { type: 'IncidentOpened', schemaVersion: 2 };
    await expect(saying({ of })).rejects.toMatchObject({ problems: [{ pointer: '/of' }] });
  });

  it('does not take a reference to words of another entry', async () => {
    const all = await opened();
    const body = { target: all.target, reason: 'transcription', after: { ...all.data, note: aPassage(9) } };
    await expect(correct(all, body)).rejects.toBeInstanceOf(InvalidData);
  });

  it('sent again with its key answers its first result', async () => {
    const all = await opened();
    const after = { ...all.data, label: [{ lang: 'en', text: 'Another name' }] };
    const body = { target: all.target, reason: 'transcription', after };
    const first = await correct(all, body, { idempotencyKey: 'k' });
    expect(await correct(all, body, { idempotencyKey: 'k' })).toEqual({ ...first, repeated: true });
  });

  it('of nothing that is there is left to the decision to refuse', async () => {
    const all = await opened();
    const { data } = aCorrection('incident-atmeh', '01890000-0000-7000-8000-000000000000', { any: 'thing' });
    let seen: object | undefined;
    const body = { target: data.target, reason: data.reason, after: data.after };
    await all.log.decide(
      {
        category: 'incident',
        id: 'atmeh',
        context: { by },
        event: entryCorrected,
        body: body as never,
        naming: () => fail(),
      },
      (_own, _named, given) => {
        seen = given;
        return [];
      },
    );
    expect(seen).toMatchObject({ target: data.target });
  });
});

describe('a rehearsal', () => {
  it('decides on what it decided before, and leaves no trace', async () => {
    const { open, amend, events, vault, store } = register();
    const put = jest.spyOn(vault, 'put');
    const rehearsal = new RehearsalOverlay();
    const first = await open({ note: words }, { rehearsal });
    const second = await amend({}, { rehearsal });
    expect([first.revision, second.revision]).toEqual([0, 1]);
    expect(second.position > first.position).toBe(true);
    expect(await open({ note: words }, { rehearsal })).toEqual({ ...first, repeated: true });
    expect(rehearsal.appended).toBe(2);
    expect(await events()).toEqual([]);
    expect(await store.head()).toBeNull();
    expect(put).not.toHaveBeenCalled();
  });

  it('lies over what is in the log', async () => {
    const { open, amend, events } = register();
    await open();
    const rehearsal = new RehearsalOverlay();
    expect((await amend({}, { rehearsal })).revision).toBe(1);
    await expect(amend({}, { rehearsal, ifMatch: 0 })).rejects.toBeInstanceOf(StaleRevision);
    expect(await events()).toHaveLength(1);
  });
});

const fail = (): never => {
  throw new Error('The streams of data that was not checked were asked for.');
};

async function registerActor(log: RecordedDecisionLog, id: string): Promise<Appended> {
  return log.decide(
    {
      category: 'actor',
      id,
      context: { by },
      event: actorRegistered,
      body: anActor({ actorId: id }).data as never,
    },
    (_own: readonly SijilEvent[], _named, data) => [actorRegistered(data)],
  );
}

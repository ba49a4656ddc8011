import { eventually } from '../../../test/support/eventually.js';
import { clientError, ScriptedKurrent } from '../../../test/support/scripted-kurrent.js';
import { StoreUnavailable } from '../errors.js';
import type { Position } from '../event-store.js';
import { Connection } from './connection.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { LastEvent } from './last-event.js';
import { positionOf } from './log-position.js';
import { LogReader } from './log-reader.js';
import { LogSearch } from './log-search.js';
import { OurStreams } from './our-streams.js';

const OTHERS = 9_000;

let server: ScriptedKurrent;
let reader: LogReader;
beforeEach(() => {
  server = new ScriptedKurrent();
  // The server finds nothing beyond a hundred events of others, however long one waits.
  server.passesOver = 100;
  const patience = { answerMs: 5_000, searchMs: 100 };
  reader = new LogReader(new Connection(server.connect), new OurStreams(['statement'], ''), patience);
});

const others = (count: number) => {
  for (let made = 0; made < count; made += 1) server.record('invoice-1');
};
const placeOf = (index: number): Position => positionOf(server.records.at(index)!.position!);
const searches = () => server.optionsOf('readAll').filter(({ filter }) => filter !== undefined);

describe('a long stretch of others’ events', () => {
  it('is got through, every call further than the last, and the server is asked to search it once', async () => {
    others(OTHERS);
    server.record('statement-a');
    const search = new LogSearch(reader, 0);
    const came: Position[] = [];
    let looked = await search.after(null, 10);
    for (; looked.events.length === 0; looked = await search.after(looked.upTo, 10)) {
      expect(looked.atEnd).toBe(false);
      came.push(looked.upTo!);
    }
    expect(looked.events).toMatchObject([{ stream: 'statement-a', position: placeOf(-1) }]);
    expect(came.length).toBeGreaterThan(1);
    expect([...new Set(came)].sort()).toEqual(came);
    expect(searches()).toHaveLength(1);
  });

  it('is searched by the server again behind the next event of ours', async () => {
    others(OTHERS);
    server.record('statement-a');
    others(50);
    server.record('statement-a');
    const search = new LogSearch(reader, 60_000);
    const { events, upTo } = await search.after(null, 1);
    expect(events).toMatchObject([{ revision: 0 }]);
    expect(await search.after(upTo, 1)).toMatchObject({ events: [{ revision: 1 }] });
    expect(searches().length).toBeGreaterThan(1);
  });

  it('is passed over once where it is the beginning of the log', async () => {
    others(50);
    const { position } = server.record('statement-a');
    const search = new LogSearch(reader, 0);
    const looked = await search.after(null, 10);
    expect(await search.after(null, 10)).toEqual(looked);
    expect(searches().map(({ fromPosition }) => fromPosition)).toEqual(['start', position]);
  });

  it('costs nothing of what was found before it', async () => {
    server.record('statement-a');
    server.record('statement-a');
    others(OTHERS);
    const search = new LogSearch(reader, 0);
    expect(await search.after(null, 10)).toMatchObject({ events: [{ revision: 0 }, { revision: 1 }], atEnd: false });
  });

  it('ends where the log ends, which a store’s reader is told as the place it has come to', async () => {
    server.record('statement-a');
    others(OTHERS);
    const store = new KurrentEventStore(server.connect, { categories: ['statement'], searchMs: 100 });
    expect(await store.readAll({ after: placeOf(0), max: 10 })).toEqual({ events: [], next: placeOf(-1), atEnd: true });
    server.record('statement-a');
    const { events } = await store.readAll({ after: placeOf(-2), max: 10 });
    expect(events).toMatchObject([{ revision: 1 }]);
    await store.close();
  });
});

describe('our last event', () => {
  it('is found behind any number of others’, which are passed over once', async () => {
    server.record('statement-a');
    others(OTHERS);
    const last = new LastEvent(reader, 60_000);
    expect(await last.find()).toBe(placeOf(0));
    const looks = server.calls.length;
    others(3);
    expect(await last.find()).toBe(placeOf(0));
    expect(server.calls.length - looks).toBeLessThan(3);
    const { position } = server.record('statement-a');
    others(3);
    expect(await last.find()).toBe(positionOf(position!));
  });

  it('is found in the end where no single call had the time, even while others go on writing', async () => {
    server.record('statement-a');
    others(OTHERS);
    const last = new LastEvent(reader, 0);
    let found: Position | null | undefined;
    for (let calls = 0; found === undefined && calls < 400; calls += 1) {
      found = await last.find().catch((error: unknown) => {
        expect(error).toBeInstanceOf(StoreUnavailable);
        return undefined;
      });
      if (calls % 3 === 0) others(1);
    }
    expect(found).toBe(placeOf(0));
  });

  it('is looked for once by the server when many ask at the same time, and none of them misses what came meanwhile', async () => {
    server.passesOver = Infinity;
    server.record('statement-a');
    others(20);
    const last = new LastEvent(reader, 60_000);
    const early = [last.find(), last.find(), last.find()];
    await eventually(() => expect(searches()).toHaveLength(1));
    const { position } = server.record('statement-a');
    others(20);
    expect(await last.find()).toBe(positionOf(position!));
    await Promise.all(early);
    expect(searches()).toHaveLength(1);
  });

  it('is looked for here where the server itself says that its time is up', async () => {
    server.record('statement-a');
    others(20);
    const late = () => {
      throw clientError('deadline-exceeded');
    };
    server.next('readAll', () => undefined, late);
    expect(await new LastEvent(reader, 60_000).find()).toBe(placeOf(0));
    expect(searches()).toHaveLength(1);
  });

  it('is none where all are others’', async () => {
    expect(await new LastEvent(reader, 60_000).find()).toBeNull();
    others(OTHERS);
    const last = new LastEvent(reader, 60_000);
    expect([await last.find(), await last.find()]).toEqual([null, null]);
  });
});

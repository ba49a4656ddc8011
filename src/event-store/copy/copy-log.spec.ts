import { aNewEvent, newEvents } from '../../../test/contract/a-new-event.js';
import { allPages } from '../../../test/contract/reading.js';
import { StoreUnavailable } from '../errors.js';
import type { EventStore, StoredEvent } from '../event-store.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import { copyLog, type CopyProgress } from './copy-log.js';
import { CopyDiffers, SourceIncomplete, TargetHasOtherEvents } from './errors.js';
import { HashChain } from './hash-chain.js';

let from: MemoryEventStore;
let to: MemoryEventStore;
beforeEach(() => {
  from = new MemoryEventStore();
  to = new MemoryEventStore();
});

/** The whole log, but for where each event lies. */
const told = async (store: EventStore) => (await allPages(store)).map((event) => ({ ...event, position: undefined }));

/** Streams that take turns, so that most neighbours in the log are not neighbours in a stream. */
async function fill(store: EventStore, turns = 40): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    const revision = turn < 7 ? 'none' : Math.floor(turn / 7) * 2 - 1;
    const metadata = { recordedAt: new Date(turn * 1000).toISOString(), recordedBy: 'them' };
    await store.append(`statement-${turn % 7}`, revision, newEvents(2, { data: { turn, text: 'أطمة' }, metadata }));
  }
}

it('brings over every event with its id, order, revision, data and metadata', async () => {
  await fill(from);
  const report = await copyLog({ from, to });
  expect(await told(to)).toEqual(await told(from));
  expect(report).toMatchObject({ copied: 80, alreadyThere: 0, sourceWentOn: false });
  expect(report.target).toMatchObject({ events: 80, chain: report.source.chain });
});

it('goes on after what an earlier run brought over, wherever that was interrupted', async () => {
  await fill(from);
  for (const stopAfter of [1, 20, 55]) {
    const stopping = new AbortController();
    const onProgress = ({ done }: CopyProgress) => {
      if (done >= stopAfter) stopping.abort(new Error('interrupted'));
    };
    await expect(copyLog({ from, to, onProgress, signal: stopping.signal })).rejects.toThrow('interrupted');
  }
  const there = (await allPages(to)).length;
  expect(there).toBeGreaterThanOrEqual(55);
  expect(await copyLog({ from, to })).toMatchObject({ copied: 80 - there, alreadyThere: there });
  expect(await told(to)).toEqual(await told(from));
});

it('does not take a source that ends early for a whole one', async () => {
  await fill(from);
  from.readAll = async (read) => ({
    ...(await MemoryEventStore.prototype.readAll.call(from, { ...read, max: 9 })),
    atEnd: true,
  });
  await expect(copyLog({ from, to })).rejects.toThrow(StoreUnavailable);
  expect(await told(to)).toEqual([]);
});

it('brings over nothing the second time, and only what is new after that', async () => {
  await fill(from, 7);
  await copyLog({ from, to });
  expect(await copyLog({ from, to })).toMatchObject({ copied: 0, alreadyThere: 14 });
  await from.append('statement-0', 1, newEvents(3));
  expect(await copyLog({ from, to })).toMatchObject({ copied: 3, alreadyThere: 14 });
});

it('copies an empty log, which is nothing', async () => {
  expect(await copyLog({ from, to })).toMatchObject({ copied: 0, source: { events: 0, lastPosition: null } });
});

it.each([
  ['another event at its beginning', [aNewEvent()], 1],
  ['an event more than the source', null, 15],
])('refuses a target that has %s, and appends nothing', async (_, events, place) => {
  await fill(from, 7);
  if (!events) await copyLog({ from, to });
  await to.append('report-other', 'none', events ?? newEvents(1));
  const before = await allPages(to);
  await expect(copyLog({ from, to })).rejects.toMatchObject({ constructor: TargetHasOtherEvents, place });
  expect(await allPages(to)).toEqual(before);
});

it('refuses a target whose event is the same but for one letter', async () => {
  const event = aNewEvent({ data: { text: 'at least 13' } });
  await from.append('statement-a', 'none', [event]);
  await to.append('statement-a', 'none', [{ ...event, data: { text: 'at least 14' } }]);
  await expect(copyLog({ from, to })).rejects.toThrow(TargetHasOtherEvents);
});

it('copies up to where the source was when it began, and says that it went on', async () => {
  await fill(from, 7);
  let added = false;
  const onProgress = () => {
    if (!added) void from.append('report-late', 'none', newEvents(1));
    added = true;
  };
  expect(await copyLog({ from, to, onProgress })).toMatchObject({ copied: 14, sourceWentOn: true });
  expect(await copyLog({ from, to })).toMatchObject({ copied: 1, sourceWentOn: false });
});

it('notices that somebody else wrote to the target meanwhile', async () => {
  await fill(from, 7);
  let meddled = false;
  const onProgress = ({ done }: CopyProgress) => {
    if (done > 4 && !meddled) void to.append('report-meddled', 'none', newEvents(1));
    meddled ||= done > 4;
  };
  await expect(copyLog({ from, to, onProgress })).rejects.toThrow(CopyDiffers);
});

it.each([
  ['a missing event', (event: StoredEvent) => ({ ...event, revision: event.revision + 1 }), /is at no revision/],
  ['data that is no JSON object', (event: StoredEvent) => ({ ...event, data: 'dGhpcw==' as never }), /no JSON object/],
])('stops at a source with %s, rather than make of it something else', async (_, damage, why) => {
  await fill(from, 7);
  const whole = from.readAll.bind(from);
  const isDamaged = ({ stream }: StoredEvent) => stream === 'statement-3';
  from.readAll = async (read) => {
    const page = await whole(read);
    return { ...page, events: page.events.map((event) => (isDamaged(event) ? damage(event) : event)) };
  };
  const copying = copyLog({ from, to });
  await expect(copying).rejects.toThrow(SourceIncomplete);
  await expect(copying).rejects.toThrow(why);
  expect(await allPages(to)).toHaveLength(6);
});

it('makes the chain of what was said and in which order, not of where it lies or how it is spelt', () => {
  const event: StoredEvent = {
    ...aNewEvent(),
    stream: 'statement-a',
    revision: 0,
    position: '1',
    data: { b: 1, a: 2 },
  };
  const chainOf = (...events: StoredEvent[]) => {
    const chain = new HashChain();
    for (const one of events) chain.add(one);
    return chain.digest;
  };
  const same = chainOf({ ...event, position: '2', data: { a: 2, b: 1 } });
  expect(chainOf(event)).toBe(same);
  const next = { ...event, revision: 1 };
  expect(chainOf(event, next)).not.toBe(chainOf(next, event));
  for (const other of [{ type: 'Other' }, { metadata: {} }, { data: { b: 1 } }, { stream: 'statement-b' }]) {
    expect(chainOf({ ...event, ...other })).not.toBe(same);
  }
});

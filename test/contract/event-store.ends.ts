import { AppendTooLarge } from '../../src/event-store/errors.js';
import { MAX_APPEND_BYTES } from '../../src/event-store/event-store.js';
import type { EventStore, Position } from '../../src/event-store/event-store.js';
import { aNewEvent, newEvents } from './a-new-event.js';
import { all, allPages } from './reading.js';

/** Positions from the first to the last, and the limits of what one append may hold. */
export function ends(store: () => EventStore): void {
  it.each([1, 3, 100])('reads from every position of the log what lies behind it, by pages of %i', async (max) => {
    for (let n = 0; n < 5; n += 1) await store().append(`statement-${n}`, 'none', newEvents(2));
    const events = await allPages(store());
    for (const [index, { position }] of events.entries()) {
      const behind = [];
      for (let after: Position | null = position, atEnd = false; !atEnd;) {
        const page = await store().readAll({ after, max });
        expect(page.events.length).toBeLessThanOrEqual(max);
        behind.push(...page.events);
        ({ next: after, atEnd } = page);
      }
      expect(behind).toEqual(events.slice(index + 1));
    }
    expect(await store().readAll({ after: null, max: 1 })).toMatchObject({ events: [events[0]], atEnd: false });
    const last = { next: events.at(-1)!.position, atEnd: true };
    expect(await store().readAll({ after: events.at(-2)!.position, max: 1 })).toEqual({
      events: [events.at(-1)],
      ...last,
    });
    expect(await store().readAll({ after: events.at(-1)!.position, max: 1 })).toEqual({ events: [], ...last });
  });

  it.each([
    ['nothing', {}],
    ['an empty key and an empty value', { '': '', other: '' }],
    ['two hundred keys', Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`key-${n}`, `value ${n}`]))],
    ['keys and values beyond ASCII', { مفتاح: 'قيمة', '🕊️': '\u2028' }],
    ['the names of an object’s own', { constructor: 'a', toString: 'b', hasOwnProperty: 'c' }],
    ['two hundred thousand letters', { long: 'ق'.repeat(100_000) }],
  ])('keeps metadata of %s', async (_, metadata) => {
    await store().append('statement-a', 'none', [aNewEvent({ metadata: metadata as Record<string, string> })]);
    const [event] = await all(store().readStream('statement-a'));
    expect(Object.entries(event!.metadata)).toEqual(Object.entries(metadata));
    expect(await allPages(store())).toEqual([event]);
  });

  it('counts metadata against the limit like data, to the byte', async () => {
    const room = MAX_APPEND_BYTES - JSON.stringify({}).length - JSON.stringify({ note: '' }).length;
    const event = (length: number) => aNewEvent({ data: {}, metadata: { note: 'x'.repeat(length) } });
    await expect(store().append('statement-a', 'none', [event(room + 1)])).rejects.toMatchObject({
      constructor: AppendTooLarge,
      bytes: MAX_APPEND_BYTES + 1,
    });
    expect(await allPages(store())).toEqual([]);
    await store().append('statement-a', 'none', [event(room)]);
    expect((await allPages(store()))[0]!.metadata['note']).toHaveLength(room);
  });

  it('keeps nothing of many events when the last one makes them too many', async () => {
    const events = newEvents(9, { data: { text: 'x'.repeat(100_000) } });
    const last = aNewEvent({ data: { text: 'x'.repeat(200_000) } });
    await expect(store().append('statement-a', 'none', [...events, last])).rejects.toThrow(AppendTooLarge);
    expect(await all(store().readStream('statement-a'))).toEqual([]);
    expect(await store().append('statement-a', 'none', events)).toMatchObject({ revision: 8, repeated: false });
  });
}

import { WrongExpectedRevision } from '../../src/event-store/errors.js';
import type { EventStore, Expected } from '../../src/event-store/event-store.js';
import { newEvents } from './a-new-event.js';
import { all, allPages } from './reading.js';

const STATES = [null, 0, 1, 6] as const;
const EXPECTATIONS: readonly Expected[] = ['none', -1, 0, 1, 2, 5, 6, 7, 2_147_483_647];

/** Every expectation against every state of a stream. */
export function expectationMatrix(store: () => EventStore): void {
  describe.each(STATES)('a stream that is at %s', (at) => {
    beforeEach(async () => {
      await store().append('statement-other', 'none', newEvents(3));
      if (at !== null) await store().append('statement-a', 'none', newEvents(at + 1));
    });

    it.each(EXPECTATIONS)(
      'is appended to, or refuses and stays as it was, when it is expected at %s',
      async (expected) => {
        const before = await allPages(store());
        const events = newEvents(2);
        const appending = store().append('statement-a', expected, events);
        if (expected === (at ?? 'none')) {
          expect(await appending).toMatchObject({ revision: (at ?? -1) + 2, repeated: false });
          const ids = (await all(store().readStream('statement-a'))).map(({ eventId }) => eventId);
          expect(ids.slice(-2)).toEqual(events.map(({ eventId }) => eventId));
          expect(await allPages(store())).toHaveLength(before.length + 2);
        } else {
          await expect(appending).rejects.toMatchObject({
            constructor: WrongExpectedRevision,
            stream: 'statement-a',
            expected,
            actual: at,
          });
          expect(await allPages(store())).toEqual(before);
        }
      },
    );
  });
}

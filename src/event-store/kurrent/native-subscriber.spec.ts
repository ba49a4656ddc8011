import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RecordedEvent } from '@kurrent/kurrentdb-client';
import { aNewEvent } from '../../../test/contract/a-new-event.js';
import { eventually } from '../../../test/support/eventually.js';
import { subscribeToActs } from '../../../test/support/native-subscriber.js';
import { openKurrentEventStore } from './open.js';

const url = process.env['KURRENTDB_URL'];
const onServer = url ? it : it.skip;
const fromRoot = (path: string) => new URL(`../../../${path}`, import.meta.url);

describe('the guide to subscribing natively', () => {
  it('shows the very code that is tested here', async () => {
    const guide = await readFile(fromRoot('docs/guides/kurrentdb.md'), 'utf8');
    const code = await readFile(fromRoot('test/support/native-subscriber.ts'), 'utf8');
    expect(guide).toContain(`\`\`\`ts\n${code}\`\`\``);
  });

  onServer(
    `hands over what was recorded and goes on where it stopped${url ? '' : ' (skipped: KURRENTDB_URL is not set)'}`,
    async () => {
      const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
      const client = KurrentDBClient.connectionString(url!);
      const prefix = `test${randomUUID().slice(0, 8)}.`;
      const store = await openKurrentEventStore(url!, { categories: ['statement'], prefix });
      const stream = `statement-${randomUUID()}`;
      const events = [aNewEvent(), aNewEvent(), aNewEvent()];
      const after = await store.head();

      const seen: RecordedEvent[] = [];
      let stop = new AbortController();
      const until = async (count: number, position: RecordedEvent['position'] | null) => {
        stop = new AbortController();
        const handle = async (event: RecordedEvent) => {
          seen.push(event);
        };
        const running = subscribeToActs(client, position ?? null, handle, stop.signal, prefix);
        await eventually(() => expect(seen).toHaveLength(count));
        stop.abort();
        await running;
      };

      await store.append(stream, 'none', [events[0]!]);
      await until(
        1,
        after === null ? null : { commit: BigInt(after.split('-')[0]!), prepare: BigInt(after.split('-')[1]!) },
      );
      await store.append(stream, 0, events.slice(1));
      await until(3, seen[0]!.position);

      expect(seen.map(({ id }) => id)).toEqual(events.map(({ eventId }) => eventId));
      expect(seen.map(({ data }) => data)).toEqual(events.map(({ data }) => data));
      expect(seen.map(({ metadata }) => metadata)).toEqual(events.map(({ metadata }) => metadata));
      await store.close();
      await client.dispose();
    },
  );
});

import { setTimeout as sleep } from 'node:timers/promises';
import { START, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { KurrentDBClient, Position, RecordedEvent } from '@kurrent/kurrentdb-client';

/** Hands over every statement and report, in order: those after a position, or all, and then live, until the signal aborts. */
export async function subscribeToActs(
  client: KurrentDBClient,
  after: Position | null,
  handle: (event: RecordedEvent) => Promise<void>,
  signal: AbortSignal,
  registerPrefix = '', // as in KURRENTDB_PREFIX
): Promise<void> {
  const filter = streamNameFilter({ prefixes: [`${registerPrefix}statement-`, `${registerPrefix}report-`] });
  let position = after;
  while (!signal.aborted) {
    const subscription = client.subscribeToAll({ fromPosition: position ?? START, filter });
    const stop = () => subscription.destroy();
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const { event } of subscription) {
        if (!event) continue;
        await handle(event);
        // Keep it together with what you did, in one transaction if you can: it is where you go on after a crash.
        position = event.position ?? position;
      }
    } catch (error) {
      if (!signal.aborted) console.warn('The subscription was lost and is begun again.', error);
    } finally {
      signal.removeEventListener('abort', stop);
      subscription.unsubscribe().catch(() => undefined);
    }
    // A subscription never begins again by itself, and may end without an error.
    await sleep(1_000, undefined, { signal }).catch(() => undefined);
  }
}

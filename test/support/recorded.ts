import type { StoredEvent } from '../../src/event-store/event-store.js';
import { EventStore } from '../../src/event-store/event-store.js';
import type { TestApp } from './app.js';

const PAGE = 1_000;

const logOf = ({ service }: TestApp): EventStore => service.app.get(EventStore);

/** Every event in the log of an application, in order. */
export async function recorded(app: TestApp): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after: string | null = null, atEnd = false; !atEnd;) {
    const page = await logOf(app).readAll({ after, max: PAGE });
    events.push(...page.events);
    ({ next: after, atEnd } = page);
  }
  return events;
}

/** The events of one of its streams, in order. */
export async function recordedIn(app: TestApp, stream: string): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of logOf(app).readStream(stream)) events.push(event);
  return events;
}

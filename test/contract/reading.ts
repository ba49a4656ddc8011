import type {
  EventStore,
  Position,
  ReadAll,
  StoredEvent,
  SubscriptionMessage,
} from '../../src/event-store/event-store.js';

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** The whole log, page by page. */
export async function allPages(store: EventStore, read: Partial<ReadAll> = {}): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after: Position | null = null; ;) {
    const page = await store.readAll({ max: 1_000, ...read, after });
    events.push(...page.events);
    after = page.next;
    if (page.atEnd) return events;
  }
}

export async function readUntilCaughtUp(messages: AsyncIterator<SubscriptionMessage>) {
  const events: StoredEvent[] = [];
  for (;;) {
    const { value, done } = await messages.next();
    if (done) throw new Error('The subscription ended before it had caught up.');
    if (value.kind === 'caught-up') return { events, position: value.position };
    if (value.kind === 'event') events.push(value.event);
  }
}

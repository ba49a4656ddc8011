import { encode } from '../../src/domain/events/encode.js';
import type { Fact, SijilEvent } from '../../src/domain/events/index.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { decode } from '../../src/domain/events/decode.js';
import type { Happening } from './builders.js';
import { logOf } from './log.js';

/** Appends happenings to a log, one append each, and answers the log's own telling of them. Ids and times are those of `logOf`. */
export async function append(store: EventStore, happenings: readonly Happening[], earlier = 0): Promise<void> {
  const filler = Array.from({ length: earlier }, () => happenings[0]!);
  const events = logOf(...filler, ...happenings).slice(earlier);
  for (const event of events) {
    let revision = -1;
    for await (const stored of store.readStream(event.stream)) revision = stored.revision;
    await store.append(event.stream, revision < 0 ? 'none' : revision, [encode(event as Fact, event)]);
  }
}

/** The whole log, decoded. */
export async function wholeLog(store: EventStore): Promise<readonly SijilEvent[]> {
  const events: SijilEvent[] = [];
  for (let after: string | null = null, atEnd = false; !atEnd;) {
    const page: Awaited<ReturnType<EventStore['readAll']>> = await store.readAll({ after, max: 1000 });
    events.push(...page.events.map((event) => decode(event)));
    ({ next: after, atEnd } = page);
  }
  return events;
}

import { pauseAfter } from './back-off.js';
import { StoreUnavailable } from './errors.js';
import type { EventStore, Page, ReadAll, Subscribe, SubscriptionMessage } from './event-store.js';
import { untilAborted } from './until-aborted.js';
import type { Wake } from './wake.js';

const PAGE = 500;

/** How a log is followed: woken when there may be more, and looking by itself every `pollMs` in case nobody called. */
export interface Following {
  readonly readAll: EventStore['readAll'];
  readonly wake: Wake;
  readonly pollMs: number;
}

/**
 * A subscription made of pages: it holds one page at a time however slow its reader is, and outlives an unavailable
 * store by trying again from where it stands.
 */
export async function* follow(
  log: Following,
  subscribe: Subscribe,
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  const { signal, filter } = subscribe;
  let after = subscribe.after;
  let live = false;
  let failures = 0;

  while (!signal.aborted) {
    const seen = log.wake.calls;
    const page = await pageOrOutage(log, { after, max: PAGE, ...(filter && { filter }) }, signal);
    if (page === 'aborted') return;
    if (page === 'outage') {
      await pause(log, pauseAfter(failures++), signal);
      continue;
    }
    failures = 0;

    for (const event of page.events) {
      if (signal.aborted) return;
      yield { kind: 'event', event };
      after = event.position;
    }
    if (page.next !== null && page.next !== after) {
      if (signal.aborted) return;
      after = page.next;
      yield { kind: 'checkpoint', position: after };
    }
    if (signal.aborted) return;
    if (page.atEnd && !live) yield { kind: 'caught-up', position: after };
    live = page.atEnd;
    if (live) await log.wake.since(seen, signal, log.pollMs);
  }
}

async function pageOrOutage(log: Following, read: ReadAll, signal: AbortSignal): Promise<Page | 'outage' | 'aborted'> {
  try {
    return await untilAborted(log.readAll(read), signal);
  } catch (error) {
    if (error instanceof StoreUnavailable) return 'outage';
    throw error;
  }
}

/** Waits out the delay whatever wakes it, so that a broken store is not hammered. */
async function pause(log: Following, delayMs: number, signal: AbortSignal): Promise<void> {
  const end = performance.now() + delayMs;
  for (let left = delayMs; left > 0 && !signal.aborted; left = end - performance.now()) {
    await log.wake.since(log.wake.calls, signal, left);
  }
}

import type { EventStore, Position, StoredEvent } from '../event-store.js';
import { WrongExpectedRevision } from '../errors.js';
import { CopyDiffers, SourceIncomplete, TargetHasOtherEvents } from './errors.js';
import { everyEvent } from './every-event.js';
import { canonicalOf, HashChain } from './hash-chain.js';
import { inAppends } from './in-appends.js';

/** What a log comes to: how many events, and the hash chain over all of them. */
export interface LogDigest {
  readonly events: number;
  readonly chain: string;
  readonly lastPosition: Position | null;
}

export interface CopyProgress {
  readonly phase: 'copying' | 'verifying';
  readonly done: number;
  readonly total: number;
}

export interface Copying {
  readonly from: EventStore;
  readonly to: EventStore;
  readonly onProgress?: (progress: CopyProgress) => void;
  readonly signal?: AbortSignal;
}

export interface CopyReport {
  readonly copied: number;
  /** Events an earlier run had brought over. */
  readonly alreadyThere: number;
  readonly source: LogDigest;
  readonly target: LogDigest;
  /** Whether events were added to the source meanwhile: copy again, and only those are brought over. */
  readonly sourceWentOn: boolean;
}

/**
 * Brings every event of one log into another: ids, order, revisions, data and metadata, and with that `recordedAt`. Goes on
 * from where an earlier run stopped. Afterwards the target is read again from its beginning and compared with the source.
 * Throws {@link TargetHasOtherEvents}, {@link SourceIncomplete} or {@link CopyDiffers}.
 */
export async function copyLog({ from, to, onProgress, signal }: Copying): Promise<CopyReport> {
  const until = await from.head();
  const source = await digestOf(from, until, signal);
  const total = source.events;

  const rest = everyEvent(from, until, signal);
  const alreadyThere = await passWhatIsThere(to, rest, signal);
  let done = alreadyThere;
  onProgress?.({ phase: 'copying', done, total });
  for await (const events of inAppends(rest)) {
    signal?.throwIfAborted();
    await appendAsTheyWere(to, events);
    done += events.length;
    onProgress?.({ phase: 'copying', done, total });
  }

  const target = await digestOf(to, await to.head(), signal, (verified) =>
    onProgress?.({ phase: 'verifying', done: Math.min(verified, total), total }),
  );
  if (target.events !== source.events || target.chain !== source.chain) throw new CopyDiffers(source, target);
  const sourceWentOn = (await from.head()) !== until;
  return { copied: done - alreadyThere, alreadyThere, source, target, sourceWentOn };
}

async function digestOf(
  store: EventStore,
  upTo: Position | null,
  signal: AbortSignal | undefined,
  onEvent: (count: number) => void = () => undefined,
): Promise<LogDigest> {
  const chain = new HashChain();
  for await (const event of everyEvent(store, upTo, signal)) {
    chain.add(event);
    onEvent(chain.count);
  }
  return { events: chain.count, chain: chain.digest, lastPosition: upTo };
}

/** Moves `source` past the events the target has already, which must be the same ones; answers how many. */
async function passWhatIsThere(
  to: EventStore,
  source: AsyncIterator<StoredEvent, void>,
  signal: AbortSignal | undefined,
): Promise<number> {
  let count = 0;
  for await (const found of everyEvent(to, await to.head(), signal)) {
    count += 1;
    const { value: expected } = await source.next();
    if (!expected || canonicalOf(found) !== canonicalOf(expected)) {
      throw new TargetHasOtherEvents(count, found, expected ?? null);
    }
  }
  return count;
}

async function appendAsTheyWere(to: EventStore, events: readonly StoredEvent[]): Promise<void> {
  const [first] = events;
  const { stream, revision } = first!;
  const damaged = events.find(({ data, metadata }) => !isObject(data) || !isObject(metadata));
  if (damaged) throw new SourceIncomplete(damaged, 'there is data that is no JSON object');
  const jump = events.find((event, index) => event.revision !== revision + index);
  if (jump) throw new SourceIncomplete(jump, 'events are missing');
  try {
    await to.append(
      stream,
      revision === 0 ? 'none' : revision - 1,
      events.map(({ eventId, type, data, metadata }) => ({ eventId, type, data, metadata })),
    );
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
    throw new SourceIncomplete(first!, `the stream is at ${error.actual ?? 'no revision'} in the target`);
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

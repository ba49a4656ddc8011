import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { v7 as uuid } from 'uuid';
import { encode } from '../domain/events/encode.js';
import type { Fact, SijilEvent } from '../domain/events/index.js';
import { OPENINGS } from '../domain/events/openings.js';
import { AlreadyExists } from '../domain/refusals/already-exists.js';
import { notInTheFuture } from '../domain/refusals/future.js';
import { isId } from '../domain/schema/decorators.js';
import { InvalidData } from '../domain/schema/validate.js';
import { streamOf, type Category } from '../domain/streams.js';
import { WrongExpectedRevision } from '../event-store/errors.js';
import type { EventStore } from '../event-store/event-store.js';
import type { Vault } from '../vault/vault.js';
import { DecisionLog, type Appended, type CommandContext, type Decide, type Named } from './decision-log.js';
import { draft, opening } from './decision-log-draft.js';
import { eraseWords, withTheSame } from './decision-log-erasure.js';
import { Contended, IdempotencyKeyReused, StaleRevision } from './decision-log-errors.js';
import { eventIdOf } from './decision-log-event-ids.js';
import { RecordedLedger, type Ledger } from './decision-log-ledger.js';
import { NamedStreams } from './decision-log-named.js';
import { KnownToSender } from './known-to-sender.js';
import { eachOnce, readAhead } from './read-ahead.js';
import { RehearsalOverlay } from './rehearsal-overlay.js';

const ATTEMPTS = 20;
const LONGEST_WAIT_MS = 100;

type Decision<C extends Category, Data> = (
  own: readonly SijilEvent<C>[],
  named: Named,
  data: Data,
) => readonly Fact<C>[];

/** Decides on what the log holds, and records what was decided. */
export class RecordedDecisionLog extends DecisionLog {
  private readonly ledger: Ledger;

  /** `lostRace` is called whenever somebody else's append came first. */
  constructor(
    store: EventStore,
    vault: Vault,
    private readonly lostRace: () => void = () => undefined,
  ) {
    super();
    this.ledger = new RecordedLedger(store, vault);
  }

  async decide<C extends Category, Data extends object>(
    about: Decide<C, Data>,
    decision: Decision<C, Data>,
  ): Promise<Appended> {
    const { ifMatch, rehearsal } = about.context;
    const ledger = rehearsal instanceof RehearsalOverlay ? rehearsal.over(this.ledger) : this.ledger;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await decideOnce(ledger, about, decision);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
        this.lostRace();
        if (ifMatch !== undefined) throw new StaleRevision(error.stream, ifMatch, error.actual);
        if (attempt === ATTEMPTS) throw new Contended(error.stream);
      }
      // Decisions are pure, so deciding again on fresher facts is safe.
      await sleep(Math.random() * Math.min(2 ** attempt, LONGEST_WAIT_MS));
    }
  }
}

async function decideOnce<C extends Category, Data extends object>(
  ledger: Ledger,
  about: Decide<C, Data>,
  decision: Decision<C, Data>,
): Promise<Appended> {
  const { category, id, context, event, body, naming, follow } = about;
  await refuseNoId(ledger, about);
  const stream = streamOf(category, id);
  const read = eachOnce((name) => ledger.read(name));
  const sender = new KnownToSender(read, context.by);
  const opens = OPENINGS.includes(event.type);
  // Nearly every opening is of a new stream: what it names is read with that stream, rather than after it.
  const ahead = opens ? readAhead(ledger.vault, about, read) : undefined;
  const all = await read(stream);
  if (opens && isOfOthers(all, context) && (await sender.of(stream, all)).length === 0) {
    await draft(ledger.vault, event, body, [], undefined);
    // An id that is taken is taken, whoever asks; whether by the very same is not for everybody to know.
    throw new AlreadyExists(category, id, `/${category}Id`);
  }
  const own = opens ? all : await sender.of(stream, all);
  const before = ownResult(own, context);

  const { data, passages, complete } =
    own.length === 0 && ahead ? await ahead : await draft(ledger.vault, event, body, own, before[0]);
  if (before[0] && before[0] !== opening(own, event.type)) {
    const result = repeatOf(before, data, event.type, id);
    await eraseWords(ledger.vault, event, own);
    return result;
  }
  // What is hidden in a stream still counts in it; what is hidden altogether has no revision.
  refuseStale(stream, own.length === 0 ? own : all, context);

  const asked = complete ? { names: naming?.(data), follow } : {};
  const named = await NamedStreams.gather(
    { stream, events: own },
    async (name) => sender.of(name, await read(name)),
    asked,
  );
  const now = new Date().toISOString();
  notInTheFuture(data, now);
  // A stream holds what its category says, which the reader's type cannot know.
  const decided = decision(own as readonly SijilEvent<C>[], named, data) as readonly Fact[];
  const facts = await withTheSame(ledger.vault, own, decided);
  if (facts.length === 0) {
    await eraseWords(ledger.vault, event, own);
    return resultOf(id, [opening(own, event.type) ?? lastOf(all, stream)], true);
  }

  await ledger.vault.put(passages);
  const events = recorded(facts, context, now);
  const { revision, position, repeated } = await ledger.append(stream, all.at(-1)?.revision ?? 'none', events);
  await eraseWords(ledger.vault, event, facts);
  return { stream, id, revision, position, eventIds: events.map(({ eventId }) => eventId), repeated };
}

/** What has no id has no stream to read. */
async function refuseNoId<C extends Category, Data extends object>(
  { vault }: Ledger,
  { id, event, body }: Decide<C, Data>,
): Promise<void> {
  if (isId(id)) return;
  await draft(vault, event, body as object, [], undefined);
  throw new InvalidData([{ pointer: '', message: 'what this is about has no valid id' }]);
}

/** Whether this is there by nobody's doing but that of others: neither recorded by the sender, nor by this same command. */
const isOfOthers = (all: readonly SijilEvent[], context: CommandContext): boolean =>
  all[0] !== undefined && all[0].recordedBy !== context.by.id && ownResult(all, context).length === 0;

/** What this same command recorded when it came before, with the same idempotency key. */
function ownResult(own: readonly SijilEvent[], context: CommandContext): readonly SijilEvent[] {
  if (context.idempotencyKey === undefined) return [];
  const first = own.findIndex(({ eventId }) => eventId === eventIdOf(context, 0));
  if (first < 0) return [];
  const later = own.slice(first);
  const end = later.findIndex(({ eventId }, ordinal) => eventId !== eventIdOf(context, ordinal));
  return end < 0 ? later : later.slice(0, end);
}

function repeatOf(events: readonly SijilEvent[], data: object, type: string, id: string): Appended {
  const [first] = events;
  const same = first?.type === type && isDeepStrictEqual(first.data, JSON.parse(JSON.stringify(data)));
  if (!same) throw new IdempotencyKeyReused();
  return resultOf(id, events, true);
}

function refuseStale(stream: string, own: readonly SijilEvent[], { ifMatch }: CommandContext): void {
  const actual = own.at(-1)?.revision ?? null;
  if (ifMatch !== undefined && ifMatch !== actual) throw new StaleRevision(stream, ifMatch, actual);
}

function lastOf(own: readonly SijilEvent[], stream: string): SijilEvent {
  const last = own.at(-1);
  if (!last) throw new Error(`Nothing was decided about ${stream}, of which nothing is known.`);
  return last;
}

function resultOf(id: string, events: readonly SijilEvent[], repeated: boolean): Appended {
  const { stream, revision, position } = events.at(-1)!;
  return { stream, id, revision, position, eventIds: events.map(({ eventId }) => eventId), repeated };
}

function recorded(facts: readonly Fact[], context: CommandContext, recordedAt: string) {
  const correlationId = context.correlationId ?? uuid();
  const { by, causationId = correlationId, traceparent, batchId } = context;
  return facts.map((fact, ordinal) =>
    encode(fact, {
      eventId: eventIdOf(context, ordinal),
      recordedAt,
      recordedBy: by.id,
      correlationId,
      causationId,
      ...(traceparent !== undefined && { traceparent }),
      ...(batchId !== undefined && { batchId }),
    }),
  );
}

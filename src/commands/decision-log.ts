import type { Principal } from '../access/principal.js';
import type { Position } from '../domain/envelope.js';
import type { EventDefinition } from '../domain/events/event.js';
import type { Fact, SijilEvent } from '../domain/events/index.js';
import type { Category } from '../domain/streams.js';
import type { Draft } from '../domain/values/draft.js';
import type { Rehearsal } from './rehearsal.js';

/** What surrounds a command: who sends it, what it expects, and how a repeat is recognised. */
export interface CommandContext {
  readonly by: Principal;
  /** Revision that the sender last saw (`If-Match`). */
  readonly ifMatch?: number;
  /** The sender's `Idempotency-Key`, or an import row's; event ids are derived from (principal, key, ordinal). */
  readonly idempotencyKey?: string;
  /** Whose key that is, where it is not the sender's own: an import's rows are known again whoever sends them. */
  readonly keyOf?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  readonly batchId?: string;
  /** Decide against an overlay in memory and append nothing (an import's first pass, a dry run). */
  readonly rehearsal?: Rehearsal;
}

/** Where a command ended. `repeated`: it had been done before, and this is that first result. */
export interface Appended {
  readonly stream: string;
  readonly id: string;
  /** Revision and position of the last event that the command appended. */
  readonly revision: number;
  readonly position: Position;
  readonly eventIds: readonly string[];
  readonly repeated: boolean;
}

/** The streams a decision asks about beside its own, each read whole, straight from the log. */
export interface Named {
  /** Events of a stream, in order; empty when there is no such stream. */
  events<C extends Category>(category: C, id: string): readonly SijilEvent<C>[];
  exists(category: Category, id: string): boolean;
}

export interface Decide<C extends Category, Data extends object> {
  readonly category: C;
  readonly id: string;
  readonly context: CommandContext;
  /** The event whose data the body is, before decisions fill in what they know. */
  readonly event: EventDefinition<string, Data>;
  /** The data with words where the event has passages; validated here, its words put into the vault before the append. */
  readonly body: Draft<Data>;
  /** The streams to read first: those the data names. */
  readonly naming?: (data: Data) => readonly string[];
  /** More streams, found in what was read so far: an actor's `partOf` chain. Asked until it names nothing new. */
  readonly follow?: (event: SijilEvent) => readonly string[];
}

/**
 * Validates a body, reads what the decision needs, decides, and appends what it decided. Deciding again on fresher facts is
 * safe, so a lost race is retried here and nowhere else; with `ifMatch` it is the sender's to resolve. A decision that returns
 * nothing answers the stream's last result as `repeated`.
 */
export abstract class DecisionLog {
  abstract decide<C extends Category, Data extends object>(
    about: Decide<C, Data>,
    decision: (own: readonly SijilEvent<C>[], named: Named, data: Data) => readonly Fact<C>[],
  ): Promise<Appended>;
}

import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { EventStore, type Position } from '../../event-store/event-store.js';
import { UNHINDERED, type LogCondition } from '../../event-store/log-condition.js';
import type { ProjectionStatus } from '../../projector/projection-status.js';
import { Projector } from '../../projector/projector.js';

/** Whoever asks whether we are ready does not wait much longer than this. */
const WITHIN_MS = 3_000;
/** Ordinary writes are in nobody's way for this long. */
const HELD_BACK_MS = 500;
const BEHIND_MS = 10_000;

/** How each part is that the service stands on. */
export interface Parts {
  readonly database: 'well' | 'away';
  readonly log: 'well' | 'held-back' | 'away';
  readonly projections: 'well' | 'behind' | 'stopped';
}

export interface LogDetails extends LogCondition {
  /** The last event that can be read; null in an empty log, and where it cannot be told. */
  readonly head: Position | null;
}

/** What was seen in one look, and why what is away is away. */
export interface Look {
  readonly parts: Parts;
  readonly log: LogDetails;
  readonly projections: readonly ProjectionStatus[];
  readonly failures: readonly string[];
}

/** Looks at everything that requests need. */
@Injectable()
export class Readiness {
  constructor(
    private readonly database: DataSource,
    private readonly log: EventStore,
    private readonly projector: Projector,
  ) {}

  async look(): Promise<Look> {
    const [database, head, projections] = await Promise.all([
      inTime('The database', this.database.query('select 1')),
      inTime('The log', this.log.head()),
      inTime('The log', this.projector.status()),
    ]);
    const condition = await inTime('The log', this.log.condition());
    const log = { ...(condition.value ?? UNHINDERED), head: head.value ?? null };
    const statuses = projections.value ?? [];
    const isHeldBack = log.blockers.length > 0 && log.lagMs >= HELD_BACK_MS;
    return {
      parts: {
        database: database.failure === null ? 'well' : 'away',
        log: isHeldBack ? 'held-back' : head.failure === null ? 'well' : 'away',
        projections: stateOf(statuses),
      },
      log,
      projections: statuses,
      failures: [database.failure, isHeldBack ? null : head.failure].filter((one) => one !== null),
    };
  }
}

function stateOf(statuses: readonly ProjectionStatus[]): Parts['projections'] {
  if (statuses.some(({ state }) => state === 'stopped')) return 'stopped';
  return statuses.some(({ lagMs }) => lagMs > BEHIND_MS) ? 'behind' : 'well';
}

interface Asked<T> {
  readonly value?: T;
  readonly failure: string | null;
}

/** What somebody answers, or why they did not, in time. */
export async function inTime<T>(what: string, asking: Promise<T>, withinMs = WITHIN_MS): Promise<Asked<T>> {
  const done = new AbortController();
  const late = sleep(withinMs, undefined, { signal: done.signal }).then(
    () => ({ failure: `${what} has not answered within ${withinMs / 1000} s.` }),
    () => ({ failure: null }),
  );
  try {
    return await Promise.race([asking.then((value) => ({ value, failure: null })), late]);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { failure: message || code || String(error) };
  } finally {
    done.abort();
  }
}

import { DomainError } from '../domain/domain-error.js';
import type { Position } from '../domain/envelope.js';

/** What is read here will not come any further by itself, so that there is nothing to wait for. */
export class ProjectionStopped extends DomainError {
  readonly code = 'projection-stopped';
  constructor(projection: string) {
    super(
      `The ${projection} has stopped before the position you ask for, and does not go on by itself. What was written is ` +
        'recorded; leave "after" out to read what there is. An admin finds the reason with "sijil doctor".',
    );
  }
}

/** The rows tell of events that the log does not have, or has elsewhere: going on would mix two registers. */
export class ReadModelsOfAnotherLog extends Error {
  override readonly name = 'ReadModelsOfAnotherLog';
  constructor(at: Position) {
    super(
      `What this database holds to be read was folded from another log, or from a later state of this one: at ${at} the log ` +
        'that is set has no such event. Nothing was changed. Either set DATABASE_URL, KURRENTDB_URL and KURRENTDB_PREFIX as ' +
        'they were when this database was filled, or restore the log it belongs to; or give the service an empty database, ' +
        'in which everything is folded anew (docs/guides/operating.md, "Moving", says what to bring along).',
    );
  }
}

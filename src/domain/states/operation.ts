import type { SijilEvent } from '../events/index.js';
import { standingEntries, type Entry } from './standing-entries.js';

/** What decisions ask of an operation. */
export interface Operation {
  readonly recorded: boolean;
  readonly incidents: readonly string[];
}

export const NO_OPERATION: Operation = { recorded: false, incidents: [] };

function evolve(operation: Operation, entry: Entry<'operation'>): Operation {
  switch (entry.type) {
    case 'OperationConducted':
      return { recorded: true, incidents: entry.data.incidents };
    case 'OperationAssessed':
    case 'ProtectionSet':
    case 'PassageErased':
      return operation;
  }
}

export const operationOf = (events: readonly SijilEvent<'operation'>[]): Operation =>
  standingEntries(events).reduce(evolve, NO_OPERATION);

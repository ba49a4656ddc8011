import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { operationConducted, type OperationConducted } from '../../domain/events/operation-conducted.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { openedBefore } from '../../domain/rules/opened-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** An operation is recorded once, with known operators and incidents. */
export function recordOperation(
  own: readonly SijilEvent<'operation'>[],
  named: StreamsRead,
  data: OperationConducted,
): readonly Fact<'operation'>[] {
  const fact = operationConducted(data);
  if (openedBefore(own, fact, 'operationId')) return [];
  mustHold(around(named, 'operation', data.operationId, own), fact);
  return [fact];
}

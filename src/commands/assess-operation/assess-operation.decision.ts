import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { operationAssessed, type OperationAssessed } from '../../domain/events/operation-assessed.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** We judge how sure an operation is, on claims that name it or are about one of its incidents. */
export function assessOperation(
  own: readonly SijilEvent<'operation'>[],
  named: StreamsRead,
  data: OperationAssessed,
): readonly Fact<'operation'>[] {
  const streams = around(named, 'operation', data.operationId, own);
  const fact = operationAssessed(data);
  ofWhatIsThere(streams);
  mustHold(streams, fact);
  return saidLast(own, fact) ? [] : [fact];
}

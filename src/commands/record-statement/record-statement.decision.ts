import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { statementIssued, type StatementIssued } from '../../domain/events/statement-issued.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { openedBefore } from '../../domain/rules/opened-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A statement is recorded once, by somebody known, about things known, on sources known. */
export function recordStatement(
  own: readonly SijilEvent<'statement'>[],
  named: StreamsRead,
  data: StatementIssued,
): readonly Fact<'statement'>[] {
  const fact = statementIssued(data);
  if (openedBefore(own, fact, 'statementId')) return [];
  mustHold(around(named, 'statement', data.statementId, own), fact);
  return [fact];
}

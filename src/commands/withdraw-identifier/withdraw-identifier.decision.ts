import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { identifierWithdrawn, type IdentifierWithdrawn } from '../../domain/events/identifiers.js';
import { IdentifierNotAssigned } from '../../domain/refusals/identifiers.js';
import { ofAnOpenIncident } from '../../domain/rules/must-be-there.js';
import { identifierKey } from '../../domain/states/incident.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A public code is withdrawn from an open incident that has it. */
export function withdrawIdentifier(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: IdentifierWithdrawn,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = identifierWithdrawn(data);
  const known = ofAnOpenIncident(streams);
  if (!known.incident(data.incidentId).identifiers.has(identifierKey(data))) {
    throw new IdentifierNotAssigned(data.incidentId, data.scheme, data.code);
  }
  return [fact];
}

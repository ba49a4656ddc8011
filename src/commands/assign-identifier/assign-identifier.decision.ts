import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { identifierAssigned, type IdentifierAssigned } from '../../domain/events/identifiers.js';
import { IdentifierAlreadyAssigned } from '../../domain/refusals/identifiers.js';
import { ofAnOpenIncident } from '../../domain/rules/must-be-there.js';
import { sameContent } from '../../domain/same-content.js';
import { identifierKey } from '../../domain/states/incident.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A public code is assigned to an open incident once, until it is withdrawn. */
export function assignIdentifier(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: IdentifierAssigned,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = identifierAssigned(data);
  const known = ofAnOpenIncident(streams);
  const assigned = known.incident(data.incidentId).identifiers.get(identifierKey(data));
  if (sameContent(assigned, data)) return [];
  if (assigned !== undefined) throw new IdentifierAlreadyAssigned(data.incidentId, data.scheme, data.code);
  return [fact];
}

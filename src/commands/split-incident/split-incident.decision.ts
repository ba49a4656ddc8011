import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { incidentSplit, type IncidentSplit } from '../../domain/events/incident-identity.js';
import { ofAnOpenIncident } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidBefore } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** An open incident is split into other open ones, which take the claims about it that are allocated to them. */
export function splitIncident(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: IncidentSplit,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = incidentSplit(data);
  ofAnOpenIncident(streams);
  if (saidBefore(own, fact)) return [];
  mustHold(streams, fact);
  return [fact];
}

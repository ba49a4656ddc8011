import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { incidentsLinked, type IncidentsLinked } from '../../domain/events/incident-identity.js';
import { ofAnOpenIncident } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** Two open incidents have to do with each other and stay two. */
export function linkIncidents(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: IncidentsLinked,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = incidentsLinked(data);
  ofAnOpenIncident(streams);
  mustHold(streams, fact);
  return saidLast(own, fact, 'to') ? [] : [fact];
}

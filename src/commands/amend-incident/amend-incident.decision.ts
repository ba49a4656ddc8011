import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { incidentAmended, type IncidentAmended } from '../../domain/events/incident-amended.js';
import { ofAnOpenIncident } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** An open incident is amended, in at least one thing. */
export function amendIncident(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: IncidentAmended,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = incidentAmended(data);
  ofAnOpenIncident(streams);
  mustHold(streams, fact);
  return saidLast(own, fact) ? [] : [fact];
}

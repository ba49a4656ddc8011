import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { incidentGraded, type IncidentGraded } from '../../domain/events/incident-graded.js';
import { ofAnOpenIncident } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** An open incident is graded on claims about it: confirmed only on an acceptance, fair only on two independent parties. */
export function gradeIncident(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: IncidentGraded,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = incidentGraded(data);
  ofAnOpenIncident(streams);
  mustHold(streams, fact);
  return saidLast(own, fact, 'scheme') ? [] : [fact];
}

import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { incidentOpened, type IncidentOpened } from '../../domain/events/incident-opened.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { openedBefore } from '../../domain/rules/opened-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** An incident is opened once. */
export function openIncident(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: IncidentOpened,
): readonly Fact<'incident'>[] {
  const fact = incidentOpened(data);
  if (openedBefore(own, fact, 'incidentId')) return [];
  mustHold(around(named, 'incident', data.incidentId, own), fact);
  return [fact];
}

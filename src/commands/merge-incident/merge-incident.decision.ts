import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { incidentMerged, type IncidentMerged } from '../../domain/events/incident-identity.js';
import { AlreadyMerged } from '../../domain/refusals/identity.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** An incident that stands by itself is merged into another that does. */
export function mergeIncident(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: IncidentMerged,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = incidentMerged(data);
  const { mergedInto } = ofWhatIsThere(streams).incident(data.incidentId);
  if (mergedInto === data.into) return [];
  if (mergedInto !== null) throw new AlreadyMerged(data.incidentId, mergedInto);
  mustHold(streams, fact);
  return [fact];
}

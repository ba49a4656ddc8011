import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { incidentUnmerged, type IncidentUnmerged } from '../../domain/events/incident-identity.js';
import { NotMerged } from '../../domain/refusals/identity.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** An absorbed incident is taken out of the one it was merged into. */
export function unmergeIncident(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: IncidentUnmerged,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = incidentUnmerged(data);
  const { mergedInto } = ofWhatIsThere(streams).incident(data.incidentId);
  if (mergedInto !== data.from) throw new NotMerged(data.incidentId, data.from);
  return [fact];
}

import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { casualtiesAssessed, type CasualtiesAssessed } from '../../domain/events/casualties-assessed.js';
import { ofAnOpenIncident } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** We assess possible figures only, on claims about an open incident. */
export function assessCasualties(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: CasualtiesAssessed,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = casualtiesAssessed(data);
  ofAnOpenIncident(streams);
  mustHold(streams, fact);
  return saidLast(own, fact) ? [] : [fact];
}

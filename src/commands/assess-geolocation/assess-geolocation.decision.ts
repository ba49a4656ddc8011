import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { geolocationAssessed, type GeolocationAssessed } from '../../domain/events/geolocation-assessed.js';
import { ofAnOpenIncident } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** We place an open incident somewhere in the world, on claims about it. */
export function assessGeolocation(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: GeolocationAssessed,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = geolocationAssessed(data);
  ofAnOpenIncident(streams);
  mustHold(streams, fact);
  return saidLast(own, fact) ? [] : [fact];
}

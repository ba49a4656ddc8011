import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { claimSetAside, type ClaimSetAside } from '../../domain/events/claim-set-aside.js';
import { ofAnOpenIncident } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A claim about an open incident is taken out of its ranges. */
export function setClaimAside(
  own: readonly SijilEvent<'incident'>[],
  named: StreamsRead,
  data: ClaimSetAside,
): readonly Fact<'incident'>[] {
  const streams = around(named, 'incident', data.incidentId, own);
  const fact = claimSetAside(data);
  ofAnOpenIncident(streams);
  mustHold(streams, fact);
  return saidLast(own, fact, 'claim') ? [] : [fact];
}

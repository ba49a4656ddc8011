import { findingResolved, type FindingResolved } from '../../domain/events/finding-resolved.js';
import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { findingIsGiven } from '../../domain/rules/finding-given.js';
import { ofAnOpenIncident, ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A finding about an open incident or a series is settled, on members that are there and give it. */
export const resolveFinding =
  (category: 'incident' | 'series', id: string) =>
  (
    own: readonly SijilEvent<'incident' | 'series'>[],
    named: StreamsRead,
    data: FindingResolved,
  ): readonly Fact<'incident' | 'series'>[] => {
    const streams = around(named, category, id, own);
    const fact = findingResolved(data);
    if (category === 'incident') ofAnOpenIncident(streams);
    else ofWhatIsThere(streams);
    mustHold(streams, fact);
    if (saidLast(own, fact, 'finding')) return [];
    findingIsGiven(streams, data.finding, data.members);
    return [fact];
  };

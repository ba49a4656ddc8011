import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { sourceRegistered, type SourceRegistered } from '../../domain/events/source-registered.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { openedBefore } from '../../domain/rules/opened-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A source is registered once. */
export function registerSource(
  own: readonly SijilEvent<'source'>[],
  named: StreamsRead,
  data: SourceRegistered,
): readonly Fact<'source'>[] {
  const fact = sourceRegistered(data);
  if (openedBefore(own, fact, 'sourceId')) return [];
  mustHold(around(named, 'source', data.sourceId, own), fact);
  return [fact];
}

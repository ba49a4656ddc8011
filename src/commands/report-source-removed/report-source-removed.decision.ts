import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { sourceFoundRemoved, type SourceFoundRemoved } from '../../domain/events/source-custody.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { saidBefore } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A known source was found removed. */
export function reportSourceRemoved(
  own: readonly SijilEvent<'source'>[],
  named: StreamsRead,
  data: SourceFoundRemoved,
): readonly Fact<'source'>[] {
  const streams = around(named, 'source', data.sourceId, own);
  const fact = sourceFoundRemoved(data);
  ofWhatIsThere(streams);
  return saidBefore(own, fact) ? [] : [fact];
}

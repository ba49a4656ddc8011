import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { sourceArchived, type SourceArchived } from '../../domain/events/source-custody.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { saidBefore } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A copy of a known source is put away. */
export function archiveSource(
  own: readonly SijilEvent<'source'>[],
  named: StreamsRead,
  data: SourceArchived,
): readonly Fact<'source'>[] {
  const streams = around(named, 'source', data.sourceId, own);
  const fact = sourceArchived(data);
  ofWhatIsThere(streams);
  return saidBefore(own, fact) ? [] : [fact];
}

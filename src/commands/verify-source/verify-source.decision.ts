import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { sourceVerified, type SourceVerified } from '../../domain/events/source-custody.js';
import { NeverArchived } from '../../domain/refusals/subject.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { saidBefore } from '../../domain/rules/said-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A source is verified against a copy that was archived. */
export function verifySource(
  own: readonly SijilEvent<'source'>[],
  named: StreamsRead,
  data: SourceVerified,
): readonly Fact<'source'>[] {
  const streams = around(named, 'source', data.sourceId, own);
  const fact = sourceVerified(data);
  const known = ofWhatIsThere(streams);
  if (!known.source(data.sourceId).archived) throw new NeverArchived(data.sourceId);
  return saidBefore(own, fact) ? [] : [fact];
}

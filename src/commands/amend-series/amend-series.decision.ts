import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { seriesAmended, type SeriesAmended } from '../../domain/events/series-amended.js';
import { SlotRemoved } from '../../domain/refusals/amendments.js';
import { ofWhatIsThere } from '../../domain/rules/must-be-there.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { saidLast } from '../../domain/rules/said-before.js';
import { missingSlot } from '../../domain/states/series.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A series is amended, in at least one thing, and keeps every slot it has: claims may be about any of them. */
export function amendSeries(
  own: readonly SijilEvent<'series'>[],
  named: StreamsRead,
  data: SeriesAmended,
): readonly Fact<'series'>[] {
  const streams = around(named, 'series', data.seriesId, own);
  const fact = seriesAmended(data);
  const known = ofWhatIsThere(streams);
  const missing = missingSlot(known.series(data.seriesId), data.slots);
  if (missing !== undefined) throw new SlotRemoved(missing);
  mustHold(streams, fact);
  return saidLast(own, fact) ? [] : [fact];
}

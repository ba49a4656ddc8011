import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { seriesDefined, type SeriesDefined } from '../../domain/events/series-defined.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { openedBefore } from '../../domain/rules/opened-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A series is defined once. */
export function defineSeries(
  own: readonly SijilEvent<'series'>[],
  named: StreamsRead,
  data: SeriesDefined,
): readonly Fact<'series'>[] {
  const fact = seriesDefined(data);
  if (openedBefore(own, fact, 'seriesId')) return [];
  mustHold(around(named, 'series', data.seriesId, own), fact);
  return [fact];
}

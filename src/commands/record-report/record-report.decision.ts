import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { reportPublished, type ReportPublished } from '../../domain/events/report-published.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { openedBefore } from '../../domain/rules/opened-before.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';

/** A report is recorded once, of a known publisher, about things known, on sources known. */
export function recordReport(
  own: readonly SijilEvent<'report'>[],
  named: StreamsRead,
  data: ReportPublished,
): readonly Fact<'report'>[] {
  const fact = reportPublished(data);
  if (openedBefore(own, fact, 'reportId')) return [];
  mustHold(around(named, 'report', data.reportId, own), fact);
  return [fact];
}

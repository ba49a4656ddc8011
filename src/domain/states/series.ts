import { isCalendarDate } from '../schema/calendar.js';
import type { SijilEvent } from '../events/index.js';
import type { Slots } from '../values/slots.js';
import { standingEntries, type Entry } from './standing-entries.js';

/** What decisions ask of a series. */
export interface Series {
  readonly defined: boolean;
  readonly slots: Slots;
}

export const NO_SERIES: Series = { defined: false, slots: [] };

function evolve(series: Series, entry: Entry<'series'>): Series {
  switch (entry.type) {
    case 'SeriesDefined':
      return { defined: true, slots: entry.data.slots };
    case 'SeriesAmended':
      return { ...series, slots: entry.data.slots ?? series.slots };
    case 'FindingResolved':
    case 'ProtectionSet':
    case 'PassageErased':
      return series;
  }
}

export const seriesOf = (events: readonly SijilEvent<'series'>[]): Series =>
  standingEntries(events).reduce(evolve, NO_SERIES);

/** Whether a series has a slot; a daily one has every date of the calendar. */
export const hasSlot = ({ slots }: Series, slot: string): boolean =>
  slots === 'daily' ? isCalendarDate(slot) : slots.some((one) => one.slot === slot);

/** A slot that the series has and other slots would not; a daily series has every date. */
export function missingSlot({ slots }: Series, others: Slots | undefined): string | undefined {
  if (others === undefined || slots === others) return undefined;
  if (slots === 'daily') return 'of every date';
  const kept = { defined: true, slots: others };
  return slots.find(({ slot }) => !hasSlot(kept, slot))?.slot;
}

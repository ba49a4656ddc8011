import { knownAt } from '../known.js';
import type { Reading } from '../reading.js';
import { isCalendarDate } from '../../schema/calendar.js';
import type { Slots } from '../../values/slots.js';

/** A slot's first and last day, as numbers of days since 1970. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** The number of a calendar date. */
export const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

/** The period of each slot of the series, as the register held it; null for one it does not have. */
export function slotDays({ facts, at, subject }: Reading): (slot: string) => Days | null {
  const slots = knownAt(facts.series, at.recorded)
    .filter(({ stream }) => stream === subject)
    .reduce<Slots>((held, { data }) => data.slots ?? held, []);
  if (slots === 'daily') {
    return (slot) => (isCalendarDate(slot) ? { from: dayOf(slot), to: dayOf(slot) } : null);
  }
  const days = new Map(slots.map(({ slot, from, to }) => [slot, { from: dayOf(from), to: dayOf(to) }]));
  return (slot) => days.get(slot) ?? null;
}

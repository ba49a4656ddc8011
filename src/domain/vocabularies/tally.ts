import { vocabulary } from './vocabulary.js';
import type { CodeOf } from './vocabulary.js';

/** How a figure relates to time: what happened in the period, what was added to the record in it, or the total so far. */
export const tally = vocabulary('tally', 1, {
  occurred: { en: 'Occurred in the period', ar: 'ما وقع خلال الفترة' },
  newly_recorded: { en: 'Newly recorded', ar: 'ما سُجّل حديثًا' },
  running_total: { en: 'Running total', ar: 'الحصيلة التراكمية' },
});

export type Tally = CodeOf<typeof tally>;

import type { SeriesDefined } from '../../domain/events/series-defined.js';
import type { Draft } from '../../domain/values/draft.js';
import { must } from '../reading/records.js';
import { label } from '../words/label.js';
import { stated } from '../words/stated.js';
import { entryKind, fieldsFrom, protection } from './entry.js';
import { slots } from './slots.js';

/** A run of figures about the same thing over time. */
export const series = entryKind({
  opens: 'series',
  keys: {
    title: must(label, 'what it is called'),
    slots: must(slots, '"daily", or the periods it has figures for, by their ids'),
    protection,
  },
  write(seriesId, words, scope) {
    const body = stated<Draft<SeriesDefined>>({
      seriesId,
      label: words.title,
      slots: words.slots,
      protection: words.protection ?? scope.protection,
    });
    return [
      {
        command: 'DefineSeries',
        body,
        id: seriesId,
        from: fieldsFrom(words.pointer, { label: 'title', slots: 'slots' }),
      },
    ];
  },
});

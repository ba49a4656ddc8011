import { entryWithdrawn, type EntryWithdrawn } from '../../domain/events/entries.js';
import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { Unknown } from '../../domain/refusals/unknown.js';
import { entryToChange } from '../../domain/rules/entry-to-change.js';
import { versionOf } from '../../domain/states/entry-version.js';
import type { StreamsRead } from '../../domain/states/streams-read.js';
import { streamOf, type Category } from '../../domain/streams.js';

/** An entry that stands is withdrawn, once. */
export const withdrawEntry =
  (category: Category, id: string) =>
  (own: readonly SijilEvent[], _named: StreamsRead, data: EntryWithdrawn): readonly Fact[] => {
    if (own.length === 0) throw new Unknown(category, id);
    const entry = entryToChange(streamOf(category, id), own, data.target);
    return [entryWithdrawn({ ...data, of: versionOf(entry), before: entry.data })];
  };

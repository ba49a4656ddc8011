import { DomainError } from '../../domain/domain-error.js';
import { entryCorrected, type EntryCorrected } from '../../domain/events/entries.js';
import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { Unknown } from '../../domain/refusals/unknown.js';
import { entryToChange } from '../../domain/rules/entry-to-change.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { staysTheSameThing } from '../../domain/rules/same-thing.js';
import { sameContent } from '../../domain/same-content.js';
import { versionOf } from '../../domain/states/entry-version.js';
import { withoutEntry } from '../../domain/states/standing-entries.js';
import { around, type StreamsAround, type StreamsRead } from '../../domain/states/streams-read.js';
import { streamOf, type Category } from '../../domain/streams.js';

/** An entry that stands is corrected to something that could have been recorded in its place. */
export const correctEntry =
  (category: Category, id: string) =>
  (own: readonly SijilEvent[], named: StreamsRead, data: EntryCorrected): readonly Fact[] => {
    if (own.length === 0) throw new Unknown(category, id);
    const entry = entryToChange(streamOf(category, id), own, data.target);
    staysTheSameThing(entry.data, data.after);
    if (sameContent(entry.data, data.after)) return [];
    const others = around(named, category, id, withoutEntry(own, data.target));
    mustHoldInstead(others, { type: entry.type, data: data.after } as Fact);
    return [entryCorrected({ ...data, of: versionOf(entry), before: entry.data })];
  };

function mustHoldInstead(streams: StreamsAround, fact: Fact): void {
  try {
    mustHold(streams, fact);
  } catch (error) {
    // The rules point into the entry's data, which lies in the correction's `after`.
    throw error instanceof DomainError ? Object.assign(error, { pointer: `/after${error.pointer}` }) : error;
  }
}

import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { passageErased, type PassageErased } from '../../domain/events/protection.js';
import { PassageUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { erasedIn, passagesOf } from '../../domain/states/passages.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';
import { streamOf, type Category } from '../../domain/streams.js';

/** Words are erased once, from the stream that has them: also of an entry that was corrected or withdrawn since. */
export const erasePassage =
  (category: Category, id: string) =>
  (own: readonly SijilEvent[], named: StreamsRead, data: PassageErased): readonly Fact[] => {
    if (own.length === 0) throw new Unknown(category, id);
    const fact = passageErased(data);
    mustHold(around(named, category, id, own), fact);
    if (!passagesOf(own).has(data.passage)) throw new PassageUnknown(streamOf(category, id), data.passage);
    return erasedIn(own).has(data.passage) ? [] : [fact];
  };

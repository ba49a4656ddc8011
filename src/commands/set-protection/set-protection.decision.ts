import type { Fact, SijilEvent } from '../../domain/events/index.js';
import { protectionSet, type ProtectionSet } from '../../domain/events/protection.js';
import { Unknown } from '../../domain/refusals/unknown.js';
import { mustHold } from '../../domain/rules/must-hold.js';
import { isCleared, statedLevel } from '../../domain/states/protection.js';
import { around, type StreamsRead } from '../../domain/states/streams-read.js';
import type { Category } from '../../domain/streams.js';

/**
 * A level is set, also on what was withdrawn: its past can still be asked for. One that is set under a key is recorded though it
 * changes nothing: sent again after somebody raised the level, it is known, and lowers nothing.
 */
export const setProtection =
  (category: Category, id: string, underKey = false) =>
  (own: readonly SijilEvent[], named: StreamsRead, data: ProtectionSet): readonly Fact[] => {
    if (own.length === 0) throw new Unknown(category, id);
    const fact = protectionSet(data);
    mustHold(around(named, category, id, own), fact);
    const asItIs = statedLevel(own) === data.level && isCleared(own) === (data.cleared === true);
    return asItIs && !underKey ? [] : [fact];
  };

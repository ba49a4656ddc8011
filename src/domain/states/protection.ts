import type { SijilEvent } from '../events/index.js';
import type { ProtectionLevel } from '../vocabularies/protection-level.js';
import { standingEntries, type Entry } from './standing-entries.js';

type Stated = ProtectionLevel | undefined;

function evolve(level: Stated, entry: Entry): Stated {
  if (entry.type === 'ProtectionSet') return entry.data.level;
  return level ?? ('protection' in entry.data ? entry.data.protection : undefined);
}

/** The level that was stated for a stream, at its opening or since; undefined while nobody did. */
export const statedLevel = (events: readonly SijilEvent[]): Stated =>
  standingEntries(events).reduce<Stated>(evolve, undefined);

/** Whether the last protection that was set clears what is restricted by its nature. */
export const isCleared = (events: readonly SijilEvent[]): boolean =>
  standingEntries(events).reduce(
    (cleared, entry) => (entry.type === 'ProtectionSet' ? entry.data.cleared === true : cleared),
    false,
  );

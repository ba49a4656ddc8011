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

/** How closely a stream is kept: as was set last, else as its opening entry says, withdrawn or not; else restricted. */
export function keptLevel(events: readonly SijilEvent[]): ProtectionLevel {
  const set = standingEntries(events).findLast((entry) => entry.type === 'ProtectionSet');
  if (set !== undefined) return set.data.level;
  const [opening] = events;
  const corrected = events.findLast(
    (event) => event.type === 'EntryCorrected' && event.data.target === opening?.eventId,
  );
  const said = corrected?.type === 'EntryCorrected' ? corrected.data.after : opening?.data;
  return (said as { readonly protection?: ProtectionLevel } | undefined)?.protection ?? 'restricted';
}

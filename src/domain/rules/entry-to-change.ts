import type { SijilEvent } from '../events/index.js';
import { EntryAlreadyWithdrawn, NotCorrectable } from '../refusals/entries.js';
import { EntryUnknown } from '../refusals/unknown.js';
import { standingEntries, type Entry } from '../states/standing-entries.js';

const FINAL: ReadonlySet<string> = new Set(['EntryCorrected', 'EntryWithdrawn', 'PassageErased']);

/** The entry that a correction or withdrawal names, as it stands; refused when it is not there to be changed. */
export function entryToChange(stream: string, own: readonly SijilEvent[], target: string): Entry {
  const event = own.find(({ eventId }) => eventId === target);
  if (event === undefined) throw new EntryUnknown(stream, target);
  if (FINAL.has(event.type)) throw new NotCorrectable(event.type);
  const entry = standingEntries(own).find(({ eventId }) => eventId === target);
  if (entry === undefined) throw new EntryAlreadyWithdrawn(target);
  return entry;
}

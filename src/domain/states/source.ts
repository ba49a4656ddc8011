import type { SijilEvent } from '../events/index.js';
import { standingEntries, type Entry } from './standing-entries.js';

/** What decisions ask of a source. */
export interface Source {
  readonly registered: boolean;
  readonly archived: boolean;
}

export const NO_SOURCE: Source = { registered: false, archived: false };

function evolve(source: Source, entry: Entry<'source'>): Source {
  switch (entry.type) {
    case 'SourceRegistered':
      return { ...source, registered: true };
    case 'SourceArchived':
      return { ...source, archived: true };
    case 'SourceVerified':
    case 'SourceFoundRemoved':
    case 'ProtectionSet':
    case 'PassageErased':
      return source;
  }
}

export const sourceOf = (events: readonly SijilEvent<'source'>[]): Source =>
  standingEntries(events).reduce(evolve, NO_SOURCE);

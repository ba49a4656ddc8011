import type { ActorEntry } from '../claims/party.js';
import { instant } from '../envelope.js';
import type { SijilEvent } from '../events/index.js';
import type { Affiliation } from '../values/affiliation.js';
import { standingEntries, type Said } from './standing-entries.js';

/** What an actor said of its own affiliation from one moment on. */
interface Stated {
  readonly effective: number;
  readonly partOf: readonly Affiliation[];
}

/** What decisions ask of an actor. */
export interface Actor {
  readonly registered: boolean;
  /** What was said of it, as it stands, for reckoning its party. */
  readonly entries: readonly ActorEntry[];
  /** Its affiliations by the moment from which they hold. */
  readonly stated: readonly Stated[];
}

export const NO_ACTOR: Actor = { registered: false, entries: [], stated: [] };

const inOrder = (stated: readonly Stated[]) =>
  [...stated].sort((a, b) => (a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : 0));

/** The actor once this is said of it too. */
export function evolve(actor: Actor, entry: Said<'actor'>): Actor {
  switch (entry.type) {
    case 'ActorRegistered': {
      const stated = { effective: -Infinity, partOf: entry.data.partOf ?? [] };
      return { registered: true, entries: [...actor.entries, entry], stated: inOrder([...actor.stated, stated]) };
    }
    case 'ActorAmended': {
      const entries = [...actor.entries, entry];
      if (entry.data.partOf === undefined) return { ...actor, entries };
      const stated = { effective: instant(entry.data.effective.from), partOf: entry.data.partOf };
      return { ...actor, entries, stated: inOrder([...actor.stated, stated]) };
    }
    case 'ProtectionSet':
    case 'PassageErased':
      return actor;
  }
}

export const actorOf = (events: readonly SijilEvent<'actor'>[]): Actor =>
  standingEntries(events).reduce(evolve, NO_ACTOR);

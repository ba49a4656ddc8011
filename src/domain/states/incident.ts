import type { SijilEvent } from '../events/index.js';
import { standingEntries, type Entry } from './standing-entries.js';

/** What decisions ask of an incident. */
export interface Incident {
  readonly open: boolean;
  /** The incident that absorbed it; null while it stands by itself. */
  readonly mergedInto: string | null;
  /** Public codes it has, by scheme and code, with their addresses. */
  readonly identifiers: ReadonlyMap<string, { readonly url?: string }>;
  /** Claims that a split gave to a part, by reference. */
  readonly allocated: ReadonlyMap<string, string>;
}

export const NO_INCIDENT: Incident = { open: false, mergedInto: null, identifiers: new Map(), allocated: new Map() };

export const identifierKey = ({ scheme, code }: { readonly scheme: string; readonly code: string }): string =>
  `${scheme} ${code}`;

function evolve(incident: Incident, entry: Entry<'incident'>): Incident {
  switch (entry.type) {
    case 'IncidentOpened':
      return { ...incident, open: true };
    case 'IncidentMerged':
      return { ...incident, mergedInto: entry.data.into };
    case 'IncidentUnmerged':
      return { ...incident, mergedInto: null };
    case 'IncidentSplit': {
      const parts = entry.data.allocation.map(({ claim, to }) => [claim, to] as const);
      return { ...incident, allocated: new Map([...incident.allocated, ...parts]) };
    }
    case 'IdentifierAssigned':
      return { ...incident, identifiers: new Map(incident.identifiers).set(identifierKey(entry.data), entry.data) };
    case 'IdentifierWithdrawn': {
      const left = [...incident.identifiers].filter(([key]) => key !== identifierKey(entry.data));
      return { ...incident, identifiers: new Map(left) };
    }
    case 'IncidentAmended':
    case 'IncidentsLinked':
    case 'IncidentGraded':
    case 'CasualtiesAssessed':
    case 'GeolocationAssessed':
    case 'ClaimSetAside':
    case 'FindingResolved':
    case 'ProtectionSet':
    case 'PassageErased':
      return incident;
  }
}

export const incidentOf = (events: readonly SijilEvent<'incident'>[]): Incident =>
  standingEntries(events).reduce(evolve, NO_INCIDENT);

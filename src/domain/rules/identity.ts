import type { IncidentMerged, IncidentsLinked, IncidentSplit } from '../events/incident-identity.js';
import {
  AllocatedElsewhere,
  AllocatedTwice,
  IncidentAbsorbed,
  MergedIntoItself,
  SplitIntoItself,
} from '../refusals/identity.js';
import { LinkToItself } from '../refusals/links.js';
import type { Known } from '../states/known.js';
import { survivorOf } from '../states/subject.js';
import { claimsAbout } from './basis.js';

/** Refuses an absorbed incident, naming the one it lives on in. */
export function mustNotBeAbsorbed(known: Known, incident: string, pointer = ''): void {
  if (known.incident(incident).mergedInto !== null) {
    throw new IncidentAbsorbed(incident, survivorOf(known, incident), pointer);
  }
}

export function mergeIsPossible(known: Known, { incidentId, into }: IncidentMerged): void {
  if (into === incidentId) throw new MergedIntoItself(incidentId);
  mustNotBeAbsorbed(known, into, '/into');
}

export function splitIsPossible(known: Known, { incidentId, into, allocation }: IncidentSplit): void {
  into.forEach((part, index) => {
    if (part === incidentId) throw new SplitIntoItself(incidentId, `/into/${index}`);
    mustNotBeAbsorbed(known, part, `/into/${index}`);
  });
  const given = new Set<string>();
  allocation.forEach(({ claim, to }, index) => {
    if (!into.includes(to)) throw new AllocatedElsewhere(to, `/allocation/${index}/to`);
    if (given.has(claim)) throw new AllocatedTwice(claim, `/allocation/${index}/claim`);
    given.add(claim);
  });
  claimsAbout(
    known,
    incidentId,
    allocation.map(({ claim }, index) => ({ claim, pointer: `/allocation/${index}/claim` })),
  );
}

export function incidentsAreTwo(known: Known, { incidentId, to }: IncidentsLinked): void {
  if (to === incidentId) throw new LinkToItself(`The incident ${incidentId}`, '/to');
  mustNotBeAbsorbed(known, to, '/to');
}

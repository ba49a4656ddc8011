import type { Claim } from '../claims/claim.js';
import { claimRef } from '../claims/claim.js';
import type { SijilEvent } from '../events/index.js';
import { categoryOf, streamOf } from '../streams.js';
import type { Affiliation } from '../values/affiliation.js';

/** The fields by which one stream leads to another, whatever the event. */
interface Leading {
  readonly partOf?: readonly Affiliation[];
  readonly into?: string | readonly string[];
  readonly speaker?: string;
  readonly onBehalfOf?: string;
  readonly publisher?: string;
  readonly claims?: readonly Claim[];
  readonly incidents?: readonly string[];
}

/** What an event says, or what a correction says in its place. */
const saidBy = (event: SijilEvent): Leading =>
  (event.type === 'EntryCorrected' ? event.data.after : event.data) as Leading;

/**
 * Where an event leads when parties and subjects are weighed: an actor to those it is part of, an incident to those it was
 * merged or split into, an operation to its incidents, and an act with a claim that is weighed to the claimant and to what that claim
 * is about.
 */
export function leadsTo(event: SijilEvent, weighedClaims: ReadonlySet<string>): readonly string[] {
  const said = saidBy(event);
  switch (categoryOf(event.stream)) {
    case 'actor':
      return (said.partOf ?? []).map(({ actor }) => streamOf('actor', actor));
    case 'incident':
      return [said.into ?? []].flat().map((id) => streamOf('incident', id));
    case 'statement':
    case 'report': {
      const weighed = (said.claims ?? []).filter(({ claimId }) => weighedClaims.has(claimRef(event.stream, claimId)));
      if (weighed.length === 0) return [];
      const claimant = said.onBehalfOf ?? said.speaker ?? said.publisher;
      return [
        ...(claimant === undefined ? [] : [streamOf('actor', claimant)]),
        ...weighed.flatMap(({ about }) => (about.incidents ?? []).map((id) => streamOf('incident', id))),
      ];
    }
    case 'operation':
      return (said.incidents ?? []).map((id) => streamOf('incident', id));
    case 'series':
    case 'source':
      return [];
  }
}

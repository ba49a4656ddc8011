import type { Claim } from '../claims/claim.js';
import { claimRef } from '../claims/claim.js';
import type { Instant } from '../envelope.js';
import type { ClaimLinked } from '../events/claim-links.js';
import type { SijilEvent } from '../events/index.js';
import type { ReportPublished } from '../events/report-published.js';
import type { StatementIssued } from '../events/statement-issued.js';
import { standingEntries, type Entry } from './standing-entries.js';

type ActCategory = 'statement' | 'report';

/** A claim of an act as it stands, with what decides whom it may be linked to. */
export interface SaidClaim {
  readonly ref: string;
  readonly claim: Claim;
  readonly claimant: string;
  /** The end of the time in which it was said. */
  readonly said: Instant;
}

/** What decisions ask of an act: what it says as it stands, and what we linked. */
export interface Act {
  readonly recorded: boolean;
  readonly claims: ReadonlyMap<string, SaidClaim>;
  readonly links: ReadonlyMap<string, ClaimLinked>;
}

export const NO_ACT: Act = { recorded: false, claims: new Map(), links: new Map() };

export const linkKey = ({ from, to, as }: Pick<ClaimLinked, 'from' | 'to' | 'as'>): string => `${from} ${as} ${to}`;

/** The claims of a statement: its claimant is whom it was made for, else the speaker. */
export const claimsOfStatement = (stream: string, data: StatementIssued) =>
  saidClaims(stream, data.onBehalfOf ?? data.speaker, data.issuedAt.to, data.claims);

export const claimsOfReport = (stream: string, data: ReportPublished) =>
  saidClaims(stream, data.publisher, data.publishedAt.to, data.claims);

function saidClaims(stream: string, claimant: string, said: Instant, claims: readonly Claim[]): Act['claims'] {
  const all = claims.map((claim): SaidClaim => ({ ref: claimRef(stream, claim.claimId), claim, claimant, said }));
  return new Map(all.map((one) => [one.ref, one]));
}

const evolve =
  (stream: string) =>
  (act: Act, entry: Entry<ActCategory>): Act => {
    switch (entry.type) {
      case 'StatementIssued':
        return { ...act, recorded: true, claims: claimsOfStatement(stream, entry.data) };
      case 'ReportPublished':
        return { ...act, recorded: true, claims: claimsOfReport(stream, entry.data) };
      case 'ClaimLinked':
        return { ...act, links: new Map(act.links).set(linkKey(entry.data), entry.data) };
      case 'ClaimUnlinked':
        return { ...act, links: new Map([...act.links].filter(([key]) => key !== linkKey(entry.data))) };
      case 'ProtectionSet':
      case 'PassageErased':
        return act;
    }
  };

export const actOf = (stream: string, events: readonly SijilEvent<ActCategory>[]): Act =>
  standingEntries(events).reduce(evolve(stream), NO_ACT);

/** How two claims are linked already, by us or by the claim itself; undefined when they are not. */
export function linkBetween(act: Act, wanted: ClaimLinked): Pick<ClaimLinked, 'change'> | undefined {
  const ours = act.links.get(linkKey(wanted));
  if (ours !== undefined) return ours;
  const claim = act.claims.get(wanted.from)?.claim;
  if (wanted.as === 'relays') return claim?.relays?.claim === wanted.to ? {} : undefined;
  return claim?.supersedes?.claim === wanted.to ? claim.supersedes : undefined;
}

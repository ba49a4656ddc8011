import type { AsOf } from '../as-of.js';
import type { Instant, Position } from '../envelope.js';
import type { Facts, Subject } from '../register/facts.js';
import type { ActRow, ClaimRow } from '../register/rows.js';
import type { Announced } from '../vocabularies/announced.js';
import type { ChangeReason } from '../vocabularies/change-reason.js';
import type { Change } from '../vocabularies/change.js';
import type { Claim } from './claim.js';
import { isKnown, wasKnown } from './known.js';
import { whyIdle, type Link, type Void } from './links.js';
import { readingOf, type Reading } from './reading.js';
import type { Spoken } from './spoken.js';
import { groupBy, standingIn, type Place, type Standing } from './standing.js';

/** A link of a claim, seen from that claim. */
export interface LinkSeen {
  readonly claim: string;
  readonly change: Change | null;
  readonly announced: Announced | null;
  readonly reason: ChangeReason | null;
  /** Said by the claim itself, or recorded by us. */
  readonly by: 'source' | 'register';
  /** Why it does nothing; null while it acts. */
  readonly void: Void | null;
}

/** An entry of ours as it read before we corrected or withdrew it. */
export interface EarlierVersion {
  readonly claim: Claim;
  readonly claimant: string;
  readonly saidFrom: Instant;
  readonly saidTo: Instant;
  readonly recordedAt: Instant;
  readonly from: Position;
  readonly until: Position;
}

/** One claim: who said it, what became of it, and what we corrected. */
export interface HistoryEntry {
  readonly claim: string;
  readonly act: string;
  /** The event that recorded it. */
  readonly eventId: string;
  readonly claimant: string;
  readonly party: string;
  readonly saidFrom: Instant;
  readonly saidTo: Instant;
  readonly recordedAt: Instant;
  readonly position: Position;
  readonly key: string;
  readonly slot: string | null;
  readonly incidents: readonly string[];
  /** What it says. */
  readonly says: Claim;
  readonly place: Place;
  /** What stands on its line instead, where that is only inferred. */
  readonly followedBy: readonly string[];
  readonly supersedes: readonly LinkSeen[];
  readonly supersededBy: readonly LinkSeen[];
  readonly relays: readonly LinkSeen[];
  readonly relayedBy: readonly LinkSeen[];
  readonly conditional: boolean;
  readonly relayed: boolean;
  readonly joint: boolean;
  readonly setAside: string | null;
  readonly orderUnknown: boolean;
  /** The act without its claims: its words, sources and how it was seen. */
  readonly source: ActRow['data'] | null;
  readonly corrections: readonly EarlierVersion[];
}

/** A claim we had recorded and took back. */
export interface WithdrawnClaim {
  readonly claim: string;
  readonly versions: readonly EarlierVersion[];
}

export interface ClaimHistory {
  readonly subject: Subject;
  /** In the order in which they were said; what was only possibly said by then comes last. */
  readonly claims: readonly HistoryEntry[];
  readonly withdrawn: readonly WithdrawnClaim[];
}

const seenFrom = (end: 'from' | 'to', link: Link, why: Void | null): LinkSeen => {
  const { change, announced, reason, by } = link;
  return { claim: link[end === 'from' ? 'to' : 'from'], change, announced, reason, by, void: why };
};

const earlierVersion = ({ claim, claimant, saidFrom, saidTo, recordedAt, from, until }: ClaimRow): EarlierVersion => ({
  claim,
  claimant,
  saidFrom,
  saidTo,
  recordedAt,
  from,
  until: until ?? from,
});

export function historyIn(reading: Reading, standing: Standing = standingIn(reading)): ClaimHistory {
  const { facts, at, links, ends } = reading;
  const brokenFrom = groupBy(links.broken, ({ link }) => link.from);
  const brokenTo = groupBy(links.broken, ({ link }) => link.to);
  const versions = groupBy(
    facts.claims.filter((row) => wasKnown(row, at.recorded) && !isKnown(row, at.recorded)),
    ({ ref }) => ref,
  );
  const acts = new Map(facts.acts.filter((row) => isKnown(row, at.recorded)).map((row) => [row.stream, row.data]));

  const linksOf = (ref: string, end: 'from' | 'to', as: Link['as']): LinkSeen[] => {
    const [acting, broken] =
      end === 'from' ? [links.from(ref), brokenFrom.get(ref)] : [links.to(ref), brokenTo.get(ref)];
    return [
      ...acting.filter((link) => link.as === as).map((link) => seenFrom(end, link, whyIdle(link, ends))),
      ...(broken ?? []).filter(({ link }) => link.as === as).map(({ link, why }) => seenFrom(end, link, why)),
    ].sort((a, b) => (a.claim < b.claim ? -1 : a.claim > b.claim ? 1 : 0));
  };

  const entryOf = (claim: Spoken): HistoryEntry => {
    const { row, ref, act, party, key, slot, incidents, relayed, joint, setAside, line } = claim;
    const place = standing.placeOf(ref);
    return {
      claim: ref,
      act,
      eventId: row.eventId,
      claimant: row.claimant,
      party,
      saidFrom: row.saidFrom,
      saidTo: row.saidTo,
      recordedAt: row.recordedAt,
      position: row.from,
      key,
      slot,
      incidents,
      says: row.claim,
      place,
      followedBy: place === 'followed' ? standing.standingOn(line).map((one) => one.ref) : [],
      supersedes: linksOf(ref, 'from', 'supersedes'),
      supersededBy: linksOf(ref, 'to', 'supersedes'),
      relays: linksOf(ref, 'from', 'relays'),
      relayedBy: linksOf(ref, 'to', 'relays'),
      conditional: row.claim.certainty === 'conditional',
      relayed,
      joint,
      setAside,
      orderUnknown: standing.orderUnknown(ref),
      source: acts.get(act) ?? null,
      corrections: (versions.get(ref) ?? []).map(earlierVersion),
    };
  };

  return {
    subject: reading.subject,
    claims: [...reading.claims, ...reading.possibly].map(entryOf),
    withdrawn: [...versions].flatMap(([claim, rows]) =>
      ends.get(claim)?.state === 'stands' ? [] : [{ claim, versions: rows.map(earlierVersion) }],
    ),
  };
}

/** Who said what when, what replaced it, what stands, and what we corrected. */
export const claimHistory = (facts: Facts, at: AsOf): ClaimHistory => historyIn(readingOf(facts, at));

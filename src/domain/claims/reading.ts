import type { AsOf } from '../as-of.js';
import { instant } from '../envelope.js';
import type { Facts, Subject } from '../register/facts.js';
import { idOf, streamOf } from '../streams.js';
import { keyOf } from './claim-key.js';
import { endsAt, type End, type Ends } from './ends.js';
import { identityAt, type Identity } from './incident-identity.js';
import { isKnown, knownAt } from './known.js';
import { lineOf } from './line.js';
import { linksAmong, type Links } from './links.js';
import { parties, type Parties } from './party.js';
import { saidBy } from './said.js';
import { inScope, type Spoken } from './spoken.js';
import { voiceOf } from './voice.js';

/** What the facts say at one point of both clocks: the claims about a subject, and what joins them. */
export interface Reading {
  readonly facts: Facts;
  readonly at: AsOf;
  /** The subject asked for or, when it was merged into another, that one. */
  readonly subject: Subject;
  readonly identity: Identity;
  readonly parties: Parties;
  readonly ends: Ends;
  readonly links: Links;
  /** Claims that remain: recorded, not withdrawn, said. In their total order. */
  readonly claims: readonly Spoken[];
  /** Claims that were possibly said by then. They count in nothing. */
  readonly possibly: readonly Spoken[];
}

/** The stream of the incident that a merge made of this one, as the register held it; any other subject is itself. */
export const survivingSubject = (subject: Subject, identity: Identity): Subject =>
  subject.startsWith('incident-') ? streamOf('incident', identity.survivorOf(idOf(subject))) : subject;

const isAbout = (subject: Subject, { row, incidents }: End): boolean =>
  row.claim.about.series === undefined
    ? incidents.some((incident) => streamOf('incident', incident) === subject)
    : streamOf('series', row.claim.about.series) === subject;

/** Repeats another's claim. What only repeats its own party's is that party speaking again. */
function isRelay({ row: { ref, claim, saidTo }, party }: End, ends: Ends, links: Links, of: Parties): boolean {
  if (links.from(ref).some(({ as }) => as === 'relays')) return true;
  if (claim.relays === undefined) return false;
  const origin =
    claim.relays.actor === undefined
      ? ends.get(claim.relays.claim ?? '')?.party
      : of.partyOf(claim.relays.actor, saidTo);
  return origin !== party;
}

/** Ranks by act: claims of one act share a place. */
function ranked(ends: readonly End[]): readonly { readonly end: End; readonly rank: number }[] {
  const timed = ends.map((end) => ({ end, to: instant(end.row.saidTo), from: instant(end.row.saidFrom) }));
  timed.sort(
    (a, b) =>
      a.to - b.to ||
      a.from - b.from ||
      (a.end.row.ordinal < b.end.row.ordinal ? -1 : a.end.row.ordinal > b.end.row.ordinal ? 1 : 0),
  );
  let rank = -1;
  let act = '';
  return timed.map(({ end }) => {
    if (end.row.eventId !== act) rank += 1;
    act = end.row.eventId;
    return { end, rank };
  });
}

/** What was set aside, and by which event. It follows its claim, wherever merges, unmerges and splits take that. */
function setAsideBy({ judgements }: Facts, at: AsOf): ReadonlyMap<string, string> {
  const setAside = new Map<string, string>();
  for (const row of knownAt(judgements, at.recorded)) {
    if (row.type === 'ClaimSetAside') setAside.set(row.data.claim, row.eventId);
  }
  return setAside;
}

export function readingOf(facts: Facts, at: AsOf): Reading {
  const identity = identityAt(facts.identities, at.recorded);
  const subject = survivingSubject(facts.subject, identity);
  const partiesThen = parties(knownAt(facts.actors, at.recorded));
  const ends = endsAt(facts.claims, facts.acts, at.recorded, identity, partiesThen);
  const links = linksAmong(ends, knownAt(facts.links, at.recorded));
  const setAside = setAsideBy(facts, at);

  const spoken = ({ end, rank }: { readonly end: End; readonly rank: number }): Spoken => {
    const { row, party, incidents } = end;
    const { ref, claim, claimant, saidTo, stream } = row;
    const joint = incidents.length > 1;
    const slot = claim.about.slot ?? null;
    const scope = slot !== null ? `slot=${slot}` : joint ? `joint=${incidents.join('+')}` : '';
    const relayed = isRelay(end, ends, links, partiesThen);
    const voice = voiceOf(claim, relayed);
    return {
      row,
      ref,
      act: stream,
      rank,
      party,
      coalitions: partiesThen.coalitionsOf(claimant, saidTo).map((one) => partiesThen.partyOf(one, saidTo)),
      incidents,
      joint,
      slot,
      scope,
      key: inScope(scope, keyOf(claim)),
      line: lineOf(claimant, scope, claim, voice),
      voice,
      relayed,
      setAside: setAside.get(ref) ?? null,
    };
  };

  const said: End[] = [];
  const possibly: End[] = [];
  for (const end of ends.values()) {
    if (end.state !== 'stands' || !isKnown(end.row, at.recorded) || !isAbout(subject, end)) continue;
    const when = saidBy(end.row, at.claimed);
    if (when === 'said') said.push(end);
    if (when === 'possibly') possibly.push(end);
  }
  return {
    facts,
    at,
    subject,
    identity,
    parties: partiesThen,
    ends,
    links,
    claims: ranked(said).map(spoken),
    possibly: ranked(possibly).map(spoken),
  };
}

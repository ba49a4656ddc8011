import type { Claim } from '../../domain/claims/claim.js';
import type { Register } from '../../domain/register/register.js';
import type { ActRow, ClaimRow, IncidentRow, Row } from '../../domain/register/rows.js';
import { categoryOf, idOf, streamOf } from '../../domain/streams.js';
import type { Hidden } from './hidden.js';
import type { Pseudonyms } from './pseudonyms.js';
import { withoutHiddenAnswers, withoutHiddenRefs } from './without-refs.js';

/** The rows without those that are kept more closely, and without what would give these away. */
export function leftOf(all: Register, hidden: Hidden, pseudonyms: Pseudonyms): Register {
  const ofActs = <R extends Row>(rows: readonly R[]) => rows.filter((row) => !hidden.acts.hides(row));
  const ofThings = <R extends Row>(rows: readonly R[]) => rows.filter(({ stream }) => !hidden.isThing(stream));
  return {
    acts: ofActs(all.acts).map((row) => withoutHiddenReport(row, hidden)),
    claims: claimsLeft(all.claims, hidden).map((row) => ({
      ...row,
      claim: withoutHiddenLinks(row, hidden, pseudonyms),
    })),
    links: ofActs(all.links).filter(({ data: { from, to } }) => !hidden.isRef(from) && !hidden.isRef(to)),
    operations: ofActs(all.operations).map((row) => withoutHiddenRefs(row, hidden.isRef)),
    incidents: ofThings(all.incidents).map((row) => withoutHiddenSources(row, hidden)),
    identifiers: ofThings(all.identifiers),
    identities: ofThings(all.identities)
      .filter(({ type, data }) => !hidden.isNamedBy(type, data))
      .map((row) => withoutHiddenRefs(row, hidden.isRef)),
    judgements: ofThings(all.judgements)
      .filter(({ type, data }) => type !== 'ClaimSetAside' || !hidden.isRef(data.claim))
      .map((row) => withoutHiddenRefs(row, hidden.isRef)),
    series: ofThings(all.series),
    actors: all.actors,
    sources: ofThings(all.sources).filter(({ type, data }) => !hidden.isNamedBy(type, data)),
    protections: ofThings(all.protections)
      .filter(({ stream }) => !hidden.acts.has(stream))
      .filter(({ stream }) => categoryOf(stream) !== 'actor' || !pseudonyms.isHidden(idOf(stream))),
  };
}

export const claimsLeft = (claims: readonly ClaimRow[], hidden: Hidden): readonly ClaimRow[] =>
  claims.filter((row) => !hidden.acts.hides(row) && !hidden.isClaim(row.ref));

function withoutHiddenSources(row: IncidentRow, hidden: Hidden): IncidentRow {
  if (row.type !== 'IncidentOpened' || row.data.sources === undefined) return row;
  const sources = row.data.sources.filter(({ source }) => !hidden.isThing(streamOf('source', source)));
  return { ...row, data: { ...row.data, sources } };
}

function withoutHiddenReport(row: ActRow, hidden: Hidden): ActRow {
  if (row.type !== 'ReportPublished' || row.data.replaces === undefined) return row;
  const { replaces, ...data } = row.data;
  return hidden.acts.has(streamOf('report', replaces)) ? { ...row, data } : row;
}

function withoutHiddenLinks({ ref, claim }: ClaimRow, hidden: Hidden, pseudonyms: Pseudonyms): Claim {
  const { supersedes, relays, ...rest } = claim;
  const shownRelays = hidden.isRepeatedBy(ref, claim) ? { actor: pseudonyms.nobody() } : relays;
  return {
    ...withoutHiddenAnswers(rest as Claim, hidden.isRef),
    ...(supersedes !== undefined && !hidden.isRef(supersedes.claim) && { supersedes }),
    ...(shownRelays !== undefined && { relays: shownRelays }),
  } as Claim;
}

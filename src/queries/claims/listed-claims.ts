import type { Role } from '../../access/principal.js';
import { withhold } from '../../access/withhold/withhold.js';
import { keyOf } from '../../domain/claims/claim-key.js';
import type { HistoryEntry } from '../../domain/claims/history.js';
import { knownAt } from '../../domain/claims/known.js';
import { parties } from '../../domain/claims/party.js';
import { actorNames } from '../reading/actor-names.js';
import { seeingOf } from '../reading/seeing.js';
import type { Snapshot } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import { withTheirActs, type ListedRow } from './claim-rows.js';

/** A claim by itself: what became of it is told where its subject is. */
export type ListedClaim = Pick<
  HistoryEntry,
  | 'claim'
  | 'act'
  | 'eventId'
  | 'claimant'
  | 'party'
  | 'saidFrom'
  | 'saidTo'
  | 'recordedAt'
  | 'position'
  | 'key'
  | 'says'
  | 'source'
>;

/** What of these claims the asker may see, of those of the party asked for. */
export async function listed(
  snapshot: Snapshot,
  { at }: Standpoint,
  found: readonly ListedRow[],
  role: Role,
  asked: string | null,
) {
  const all = await withTheirActs(snapshot, found);
  const isOf = (of: ReturnType<typeof parties>) => (row: { claimant: string; saidTo: string }) =>
    asked === null || of.partyOf(row.claimant, row.saidTo) === asked;
  const claims = found.filter(isOf(parties(knownAt(all.actors, at.recorded))));
  const { rows } = withhold({ ...all, claims }, await seeingOf(snapshot, { ...all, claims }, role), at);

  const known = knownAt(rows.actors, at.recorded);
  const partiesShown = parties(known);
  const acts = new Map(knownAt(rows.acts, at.recorded).map((row) => [row.stream, row.data]));
  const items = rows.claims.map((row): ListedClaim => ({
    claim: row.ref,
    act: row.stream,
    eventId: row.eventId,
    claimant: row.claimant,
    party: partiesShown.partyOf(row.claimant, row.saidTo),
    saidFrom: row.saidFrom,
    saidTo: row.saidTo,
    recordedAt: row.recordedAt,
    position: row.from,
    key: keyOf(row.claim),
    says: row.claim,
    source: acts.get(row.stream) ?? null,
  }));
  return {
    items,
    ofParty: new Set(claims),
    actors: actorNames(items, rows.actors, at),
    protections: all.protections,
  };
}

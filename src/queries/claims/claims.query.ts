import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Role } from '../../access/principal.js';
import { isKeptFrom } from '../../access/withhold/hidden-acts.js';
import { readableBy } from '../../access/withhold/levels.js';
import { withhold } from '../../access/withhold/withhold.js';
import { keyOf } from '../../domain/claims/claim-key.js';
import type { HistoryEntry } from '../../domain/claims/history.js';
import { knownAt } from '../../domain/claims/known.js';
import { parties } from '../../domain/claims/party.js';
import { streamOf } from '../../domain/streams.js';
import { cursorOf, keysIn } from '../../http/cursor.js';
import type { Asked } from '../../http/reads/asked.js';
import { Vault } from '../../vault/vault.js';
import { actorNames, type ActorNames } from '../reading/actor-names.js';
import type { Answer, Page } from '../reading/answer.js';
import { levelsOf, seeingOf } from '../reading/seeing.js';
import { Snapshots, type Snapshot } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import { erasedIn, withWords } from '../reading/words.js';
import { claimRowsAfter, withTheirActs, type After, type ListedRow } from './claim-rows.js';
import { claimsAskedIn, type ClaimsAsked } from './claims-asked.js';

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

export interface ClaimsPage extends Page<ListedClaim> {
  /** How many claims of this page are kept more closely than the asker may see. */
  readonly withheld: number;
  readonly actors: Readonly<Record<string, ActorNames>>;
}

/** Claims of the whole register, in the order in which they were said. */
export class Claims extends Query<Answer<ClaimsPage>> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(Claims)
export class ClaimsHandler implements IQueryHandler<Claims> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly vault: Vault,
  ) {}

  async execute({ asked }: Claims): Promise<Answer<ClaimsPage>> {
    const { page, list, asOf } = asked;
    const which = claimsAskedIn(asked);
    const { answer, erased } = await this.snapshots.take(async (snapshot) => {
      const stands = await snapshot.standpoint(asOf);
      const whose = await mayBeAsked(snapshot, which, asked.role);
      const found = await claimRowsAfter(snapshot, stands, whose, afterIn(asked), page.limit + 1);
      const rows = found.slice(0, page.limit);
      const { protections, ...shown } = await listed(snapshot, stands, rows, asked.role, which.party);
      const last = rows.at(-1);
      const next = found.length > page.limit && last ? cursorOf(list, [last.saidToAt, last.ordinal, last.no]) : null;
      const { position, asOf: resolved } = stands;
      return { answer: { position, asOf: resolved, ...shown, next }, erased: erasedIn(protections) };
    });
    return withWords(answer, this.vault, erased);
  }
}

function afterIn({ page, list }: Asked): After | null {
  if (page.cursor === null) return null;
  const [saidTo, ordinal, no] = keysIn(list, page.cursor, 3);
  return { saidTo: String(saidTo), ordinal: String(ordinal), no: Number(no) };
}

const NOBODY = '';

/**
 * What may be asked: whoever may not know who somebody is does not learn it by asking for what they said. It is then asked of
 * nobody, which is as much work as asking of somebody unknown.
 */
async function mayBeAsked(snapshot: Snapshot, which: ClaimsAsked, role: Role): Promise<ClaimsAsked> {
  const streams = [which.claimant, which.party].map((actor) => streamOf('actor', actor ?? NOBODY));
  const seeing = { most: readableBy(role), levels: await levelsOf(snapshot, new Set(streams)) };
  const allowed = (actor: string | null) =>
    actor !== null && isKeptFrom(streamOf('actor', actor), seeing) ? NOBODY : actor;
  return { ...which, claimant: allowed(which.claimant), party: allowed(which.party) };
}

async function listed(
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
    withheld: claims.length - rows.claims.length,
    actors: actorNames(items, rows.actors, at),
    protections: all.protections,
  };
}

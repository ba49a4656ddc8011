import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Role } from '../../access/principal.js';
import { isKeptFrom } from '../../access/withhold/hidden-acts.js';
import { readableBy } from '../../access/withhold/levels.js';
import { streamOf } from '../../domain/streams.js';
import { cursorOf, keysIn } from '../../http/cursor.js';
import type { Asked } from '../../http/reads/asked.js';
import { Vault } from '../../vault/vault.js';
import type { ActorsNamed } from '../reading/actor-names.js';
import type { Answer, Page } from '../reading/answer.js';
import { fullPage, type Look } from '../reading/full-page.js';
import { levelsOf } from '../reading/seeing.js';
import { Snapshots, type Snapshot } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import { erasedIn, withWords } from '../reading/words.js';
import { claimRowsAfter, type After, type ListedRow } from './claim-rows.js';
import { claimsAskedIn, type ClaimsAsked } from './claims-asked.js';
import { listed, type ListedClaim } from './listed-claims.js';

/** How many claims a page looks at, of which many may be kept from the asker, before it answers with those it has. */
const MOST_LOOKED_AT = 2_000;

export interface ClaimsPage extends Page<ListedClaim>, ActorsNamed {
  /**
   * How many claims were passed over because they are kept more closely than the asker may see; 0 where some only are asked
   * for, or the page is not the whole list: it is in the order in which they were said.
   */
  readonly withheld: number;
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
      const looks = look(snapshot, stands, whose, asked);
      const { items: found, next, withheld } = await fullPage(looks, page.limit, MOST_LOOKED_AT);
      // Once more together, so that whoever is hidden goes by one name on all of the page.
      const { items, actors, protections } = await listed(snapshot, stands, found, asked.role, whose.party);
      const { position, asOf: resolved } = stands;
      const isWhole = asksForAll(which, asked) && next === null;
      const counted = isWhole ? withheld : 0;
      const content = { items, withheld: counted, actors, next: next && cursorOf(list, next) };
      return { answer: { position, asOf: resolved, ...content }, erased: erasedIn(protections) };
    });
    return withWords(answer, this.vault, erased, asked.role);
  }
}

/** Claims in their order, read in chunks. */
async function* look(
  snapshot: Snapshot,
  stands: Standpoint,
  whose: ClaimsAsked,
  asked: Asked,
): AsyncGenerator<Look<ListedRow>> {
  const chunk = asked.page.limit + 1;
  for (let after = afterIn(asked), more = true; more;) {
    const found = await claimRowsAfter(snapshot, stands, whose, after, chunk);
    const { items, ofParty } = await listed(snapshot, stands, found, asked.role, whose.party);
    const shown = new Set(items.map(({ claim, position }) => `${claim}@${position}`));
    for (const row of found) {
      const isShown = shown.has(`${row.ref}@${row.from}`);
      const keys = [row.saidToAt, row.ordinal, row.no];
      yield { item: isShown ? row : null, isKept: !isShown && ofParty.has(row), keys };
    }
    const last = found.at(-1);
    more = last !== undefined && found.length === chunk;
    after = last === undefined ? null : { saidTo: last.saidToAt, ordinal: last.ordinal, no: last.no };
  }
}

/**
 * What is found by who said it, when, or of what kind is not counted where it is kept: that would tell who, when and what. A
 * later page is of claims said since some time, as what had been said by a day is.
 */
const asksForAll = (which: ClaimsAsked, { page, asOf }: Asked): boolean =>
  page.cursor === null && asOf.claimed === null && Object.values(which).every((one) => one === null);

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

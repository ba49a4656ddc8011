import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Role } from '../../access/principal.js';
import { isKeptFrom } from '../../access/withhold/hidden-acts.js';
import { withhold } from '../../access/withhold/withhold.js';
import type { Position } from '../../domain/envelope.js';
import type { Register } from '../../domain/register/register.js';
import { cursorOf, keysIn } from '../../http/cursor.js';
import type { Asked } from '../../http/reads/asked.js';
import { Vault } from '../../vault/vault.js';
import { actorNames, type ActorsNamed } from '../reading/actor-names.js';
import type { Answer, Page } from '../reading/answer.js';
import { fullPage, type Look } from '../reading/full-page.js';
import { seeingOf } from '../reading/seeing.js';
import { Snapshots, type Begun, type Snapshot } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import { erasedIn, withWords } from '../reading/words.js';
import { withActorsNamed } from './named-actors.js';
import type { Revised } from './thing.query.js';
import { thingAt, type Thing, type ThingCategory } from './thing-at.js';
import { thingRows } from './thing-rows.js';

/** How many things a page looks at, of which many may be kept from the asker, before it answers with what it has. */
const MOST_LOOKED_AT = 2_000;

/** In lists acts come without their claims. */
export type ListedThing = Omit<Thing, 'claims'> & Revised;

export interface ThingsPage extends Page<ListedThing>, ActorsNamed {
  /** How many were passed over because they are kept more closely than the asker may see. */
  readonly withheld: number;
}

/** The statements, reports, operations, series, actors or sources that stand, in the order in which they were first recorded. */
export class Things extends Query<Answer<ThingsPage>> {
  constructor(
    readonly category: ThingCategory,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(Things)
export class ThingsHandler implements IQueryHandler<Things> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly vault: Vault,
  ) {}

  async execute({ category, asked }: Things): Promise<Answer<ThingsPage>> {
    const { list, page, role, asOf } = asked;
    const after = page.cursor === null ? '' : String(keysIn(list, page.cursor, 1)[0]);
    const { answer, erased } = await this.snapshots.take(async (snapshot) => {
      const stands = await snapshot.standpoint(asOf);
      const looks = look(snapshot, { category, role, stands, after, chunk: page.limit + 1 });
      const { items: streams, next, withheld } = await fullPage(looks, page.limit, MOST_LOOKED_AT);
      // Once more together, so that whoever is hidden goes by one name on all of the page.
      const listed = await withActorsNamed(snapshot, await thingRows(snapshot, category, streams, false));
      const { rows, cut, shown } = await thingsShown(snapshot, listed, role, stands);
      const { position, asOf: resolved } = stands;
      const revisions = await snapshot.revisions(streams, resolved.recorded);
      const items = streams.flatMap((stream): ListedThing[] => {
        const thing = shown(stream);
        return thing === null ? [] : [{ ...withoutClaims(thing), revision: revisions.get(stream) ?? 0 }];
      });
      const actors = actorNames(items, cut.actors, stands.at);
      const content = { withheld, items, actors, next: next && cursorOf(list, next) };
      return { answer: { position, asOf: resolved, ...content }, erased: erasedIn(rows.protections) };
    });
    return withWords(answer, this.vault, erased, role);
  }
}

interface Looking {
  readonly category: ThingCategory;
  readonly role: Role;
  readonly stands: Standpoint;
  readonly after: Position;
  readonly chunk: number;
}

/** Streams of things in their order, read in chunks. */
async function* look(snapshot: Snapshot, { after, ...asked }: Looking): AsyncGenerator<Look<string>> {
  const { category, role, stands, chunk } = asked;
  for (let from: Position | undefined = after; from !== undefined;) {
    const begun: readonly Begun[] = await snapshot.begun(category, from, stands.asOf.recorded, chunk);
    const streams = begun.map(({ stream }) => stream);
    const rows = await thingRows(snapshot, category, streams, false);
    const { stood, shown } = await thingsShown(snapshot, rows, role, stands);
    for (const { stream, ordinal } of begun) {
      const isShown = shown(stream) !== null;
      yield { item: isShown ? stream : null, isKept: !isShown && stood(stream), keys: [ordinal] };
    }
    from = begun.length < chunk ? undefined : begun.at(-1)?.ordinal;
  }
}

/** What stands of the streams of these rows, and what of that the asker may see. */
async function thingsShown(snapshot: Snapshot, rows: Register, role: Role, { at }: Standpoint) {
  const seeing = await seeingOf(snapshot, rows, role);
  const cut = withhold(rows, seeing, at).rows;
  return {
    rows,
    cut,
    stood: (stream: string) => thingAt(rows, stream, at) !== null,
    shown: (stream: string) => (isKeptFrom(stream, seeing) ? null : thingAt(cut, stream, at)),
  };
}

function withoutClaims(thing: Thing): Omit<Thing, 'claims'> {
  if (!('claims' in thing)) return thing;
  const { claims: _, ...rest } = thing;
  return rest;
}

import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isKeptFrom } from '../../access/withhold/hidden-acts.js';
import { withhold } from '../../access/withhold/withhold.js';
import { cursorOf, keysIn } from '../../http/cursor.js';
import type { Asked } from '../../http/reads/asked.js';
import { Vault } from '../../vault/vault.js';
import type { Answer, Page } from '../reading/answer.js';
import { seeingOf } from '../reading/seeing.js';
import { Snapshots } from '../reading/snapshot.js';
import { erasedIn, withWords } from '../reading/words.js';
import type { Revised } from './thing.query.js';
import { thingAt, type Thing, type ThingCategory } from './thing-at.js';
import { thingRows } from './thing-rows.js';

/** In lists acts come without their claims. */
export type ListedThing = Omit<Thing, 'claims'> & Revised;

export interface ThingsPage extends Page<ListedThing> {
  /** How many of this page are kept more closely than the asker may see. */
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
      const { at, ...stands } = await snapshot.standpoint(asOf);
      const { recorded } = stands.asOf;
      const found = await snapshot.begun(category, after, recorded, page.limit + 1);
      const begun = found.slice(0, page.limit);
      const streams = begun.map(({ stream }) => stream);
      const rows = await thingRows(snapshot, category, streams, false);
      const seeing = await seeingOf(snapshot, rows, role);
      const cut = withhold(rows, seeing, at).rows;
      const revisions = await snapshot.revisions(streams, recorded);

      const standing = streams.filter((stream) => thingAt(rows, stream, at) !== null);
      const items = standing.flatMap((stream): ListedThing[] => {
        const thing = isKeptFrom(stream, seeing) ? null : thingAt(cut, stream, at);
        return thing === null ? [] : [{ ...withoutClaims(thing), revision: revisions.get(stream) ?? 0 }];
      });
      const last = begun.at(-1);
      const next = found.length > page.limit && last ? cursorOf(list, [last.ordinal]) : null;
      const withheld = standing.length - items.length;
      return { answer: { ...stands, withheld, items, next }, erased: erasedIn(rows.protections) };
    });
    return withWords(answer, this.vault, erased);
  }
}

function withoutClaims(thing: Thing): Omit<Thing, 'claims'> {
  if (!('claims' in thing)) return thing;
  const { claims: _, ...rest } = thing;
  return rest;
}

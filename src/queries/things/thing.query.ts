import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { withhold } from '../../access/withhold/withhold.js';
import { isKeptFrom } from '../../access/withhold/hidden-acts.js';
import { OPENINGS } from '../../domain/events/openings.js';
import type { Register } from '../../domain/register/register.js';
import type { Row } from '../../domain/register/rows.js';
import { streamOf } from '../../domain/streams.js';
import { NotInRegister } from '../../http/problems/read-errors.js';
import type { Asked } from '../../http/reads/asked.js';
import { Vault } from '../../vault/vault.js';
import { actorNames, type ActorsNamed } from '../reading/actor-names.js';
import type { Answer } from '../reading/answer.js';
import { mustStand } from '../reading/must-stand.js';
import { seeingOf } from '../reading/seeing.js';
import { Snapshots } from '../reading/snapshot.js';
import { erasedIn, withWords } from '../reading/words.js';
import { withActorsNamed } from './named-actors.js';
import { thingAt, type Thing, type ThingCategory } from './thing-at.js';
import { thingRows } from './thing-rows.js';

/** The place of its last event in its stream, for If-Match. */
export interface Revised {
  readonly revision: number;
}

export type ThingAnswer = Answer<Thing & Revised & ActorsNamed>;

/** A statement, report, operation, series, actor or source, as it stands. */
export class ThingById extends Query<ThingAnswer> {
  constructor(
    readonly category: ThingCategory,
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(ThingById)
export class ThingHandler implements IQueryHandler<ThingById> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly vault: Vault,
  ) {}

  async execute({ category, id, asked }: ThingById): Promise<ThingAnswer> {
    const stream = streamOf(category, id);
    const { answer, erased } = await this.snapshots.take(async (snapshot) => {
      const rows = await withActorsNamed(snapshot, await thingRows(snapshot, category, [stream], true));
      const { at, ...stands } = await snapshot.standpoint(asked.asOf);
      const seeing = await seeingOf(snapshot, rows, asked.role);
      if (isKeptFrom(stream, seeing)) throw new NotInRegister(category, id);
      const cut = withhold(rows, seeing, at).rows;
      mustStand(stream, openingsOf(stream, cut), at.recorded);
      const thing = thingAt(cut, stream, at);
      if (thing === null) throw new NotInRegister(category, id);
      const revision = (await snapshot.revisions([stream], stands.asOf.recorded)).get(stream) ?? 0;
      const actors = actorNames(thing, cut.actors, at);
      return { answer: { ...stands, ...thing, revision, actors }, erased: erasedIn(rows.protections) };
    });
    return withWords(answer, this.vault, erased, asked.role);
  }
}

const openingsOf = (thing: string, { acts, operations, actors, series, sources }: Register): readonly Row[] =>
  [...acts, ...operations, ...actors, ...series, ...sources].filter(
    ({ stream, type }) => stream === thing && OPENINGS.includes(type),
  );

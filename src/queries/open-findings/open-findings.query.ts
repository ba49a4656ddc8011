import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readableBy } from '../../access/withhold/levels.js';
import { findings, type Finding } from '../../domain/claims/findings/index.js';
import { identityAt } from '../../domain/claims/incident-identity.js';
import { survivingSubject } from '../../domain/claims/reading.js';
import type { Position } from '../../domain/envelope.js';
import { categoryOf, idOf } from '../../domain/streams.js';
import { findingRule } from '../../domain/vocabularies/finding-rule.js';
import { cursorOf, keysIn } from '../../http/cursor.js';
import { InvalidQuery } from '../../http/problems/request-errors.js';
import type { Asked } from '../../http/reads/asked.js';
import type { Answer, Page } from '../reading/answer.js';
import { fullPage, type Look } from '../reading/full-page.js';
import { shownInSteps, type Some } from '../reading/shown-in-steps.js';
import { Snapshots } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import { Subjects, type SubjectName } from '../reading/subjects.js';
import { subjectsWithFindings, type FindingsKept } from './subjects-with-findings.js';

/** In how many subjects a page looks for findings before it answers with those it has. Those it may not know of are none of them. */
const MOST_LOOKED_IN = 200;
/** Comes after every id. */
const DONE = '~';

/** What nobody has settled, about every incident and series, in the order in which these were recorded. */
export class OpenFindings extends Query<Answer<Page<Finding>>> {
  constructor(readonly asked: Asked) {
    super();
  }
}

@QueryHandler(OpenFindings)
export class OpenFindingsHandler implements IQueryHandler<OpenFindings> {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly subjects: Subjects,
  ) {}

  async execute({ asked }: OpenFindings): Promise<Answer<Page<Finding>>> {
    const { page, list } = asked;
    const rule = ruleIn(asked);
    const { position, asOf, at } = await this.snapshots.take((snapshot) => snapshot.standpoint(asked.asOf));
    const looks = this.look({ position, asOf, at }, asked, rule);
    const { items, next } = await fullPage(looks, page.limit, MOST_LOOKED_IN);
    return { position, asOf, items, next: next && cursorOf(list, next) };
  }

  /** One subject after the other that the asker may know of, each with its findings. */
  private async *look(stands: Standpoint, asked: Asked, rule: string | null): AsyncGenerator<Look<Finding>> {
    const { page, list } = asked;
    const [from, seen] = page.cursor === null ? ['', ''] : keysIn(list, page.cursor, 2).map(String);
    for await (const subject of this.subjectsFrom(stands, asked, rule, from ?? '', seen ?? '')) {
      const { ordinal, kept } = subject;
      // What is written down takes no work, and what a page is full of is seldom looked for far.
      yield { item: null, keys: [ordinal, ''], cost: kept === null ? 1 : 0 };
      const all = await this.openOf(subject, stands, asked);
      const some = all
        .filter((one) => rule === null || one.rule === rule)
        .filter(({ id }) => ordinal !== from || id > (seen ?? ''))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      for (const item of some) yield { item, keys: [ordinal, item.id], cost: 0 };
      yield { item: null, keys: [ordinal, DONE], cost: 0 };
    }
  }

  private async *subjectsFrom(
    stands: Standpoint,
    { role }: Asked,
    rule: string | null,
    from: Position,
    seen: string,
  ): AsyncGenerator<FindingsKept> {
    const written = readableBy(role) === 'confidential';
    for (let after: Position | null = from, again = seen === DONE ? null : from; after !== null; again = null) {
      const start: Position = after;
      const some: Some<FindingsKept> = await this.snapshots.take((snapshot) =>
        shownInSteps(snapshot, role, start, (last, limit) =>
          subjectsWithFindings(
            snapshot,
            stands,
            { rule, after: last, again: last === start ? again : null, written },
            limit,
          ),
        ),
      );
      yield* some.begun.filter(({ stream }) => !some.kept.has(stream));
      after = some.from;
    }
  }

  private async openOf(
    { stream, kept }: FindingsKept,
    stands: Standpoint,
    { role }: Asked,
  ): Promise<readonly Finding[]> {
    if (kept !== null) return kept;
    const at = { ...stands.at, recorded: stands.asOf.recorded };
    const name: SubjectName = { category: categoryOf(stream) as SubjectName['category'], id: idOf(stream) };
    const view = await this.subjects.viewFrom({ ...stands, at }, name, role);
    if (view === null || survivingSubject(stream, identityAt(view.facts.identities, at.recorded)) !== stream) return [];
    return findings(view.facts, at).filter(({ status }) => status === 'open');
  }
}

function ruleIn({ own: { rule } }: Asked): string | null {
  if (rule === undefined) return null;
  if (!findingRule.codes.some((code) => code === rule)) {
    throw new InvalidQuery('rule', `one of ${findingRule.codes.join(', ')}`);
  }
  return rule;
}

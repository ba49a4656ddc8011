import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { readableBy } from '../../access/withhold/levels.js';
import { findings, type Finding } from '../../domain/claims/findings/index.js';
import { identityAt } from '../../domain/claims/incident-identity.js';
import { survivingSubject } from '../../domain/claims/reading.js';
import { categoryOf, idOf } from '../../domain/streams.js';
import { findingRule } from '../../domain/vocabularies/finding-rule.js';
import { cursorOf, keysIn } from '../../http/cursor.js';
import { InvalidQuery } from '../../http/problems/request-errors.js';
import type { Asked } from '../../http/reads/asked.js';
import type { Answer, Page } from '../reading/answer.js';
import { Snapshots } from '../reading/snapshot.js';
import type { Standpoint } from '../reading/standpoint.js';
import { Subjects, type SubjectName } from '../reading/subjects.js';
import { subjectsWithFindings, type FindingsKept } from './subjects-with-findings.js';

/** How many subjects a page looks at before it answers with what it has. */
const MOST_LOOKED_AT = 60;

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
    const [from, seen] = page.cursor === null ? ['', ''] : keysIn(list, page.cursor, 2).map(String);
    const { stands, found } = await this.snapshots.take(async (snapshot) => {
      const at = await snapshot.standpoint(asked.asOf);
      return { stands: at, found: await subjectsWithFindings(snapshot, at, rule, from ?? '', MOST_LOOKED_AT + 1) };
    });

    const items: Finding[] = [];
    let next: string | null = null;
    for (const [index, subject] of found.slice(0, MOST_LOOKED_AT).entries()) {
      const all = await this.openOf(subject, stands, asked);
      const some = all
        .filter((one) => rule === null || one.rule === rule)
        .filter(({ id }) => subject.ordinal !== from || id > (seen ?? ''))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const left = page.limit - items.length;
      items.push(...some.slice(0, left));
      const lastId = some[left - 1]?.id;
      const more = some.length > left || index + 1 < found.length;
      // Past every id where the subject is done with.
      next = more ? cursorOf(list, [subject.ordinal, some.length > left && lastId ? lastId : '~']) : null;
      if (items.length === page.limit) break;
    }
    return { position: stands.position, asOf: stands.asOf, items, next };
  }

  private async openOf(
    { stream, kept }: FindingsKept,
    stands: Standpoint,
    { role }: Asked,
  ): Promise<readonly Finding[]> {
    // What is written down was found in everything, so it is only for those who may see everything.
    if (kept !== null && readableBy(role) === 'confidential') return kept;
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

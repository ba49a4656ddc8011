import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { findings, type Finding } from '../../domain/claims/findings/index.js';
import type { Subject } from '../../domain/register/facts.js';
import type { Asked } from '../../http/reads/asked.js';
import type { Answer } from '../reading/answer.js';
import { Subjects, type AboutSubject, type SubjectName } from '../reading/subjects.js';

export interface FindingsAbout {
  readonly subject: Subject;
  readonly findings: readonly Finding[];
}

export type FindingsAnswer = Answer<AboutSubject & FindingsAbout>;

/** What does not go together in what was said about it, open and resolved. */
export class FindingsOf extends Query<FindingsAnswer> {
  constructor(
    readonly subject: SubjectName,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(FindingsOf)
export class FindingsHandler implements IQueryHandler<FindingsOf> {
  constructor(private readonly subjects: Subjects) {}

  async execute({ subject, asked }: FindingsOf): Promise<FindingsAnswer> {
    const view = await this.subjects.view(subject, asked);
    const { facts, stands } = view;
    return this.subjects.answer(view, { subject: facts.subject, findings: findings(facts, stands.at) });
  }
}

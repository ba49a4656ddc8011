import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { claimHistory, type ClaimHistory } from '../../domain/claims/history.js';
import type { Asked } from '../../http/reads/asked.js';
import type { Answer, Page } from '../reading/answer.js';
import { pageOf } from '../reading/page-of.js';
import { Subjects, type AboutSubject, type SubjectName } from '../reading/subjects.js';

export type ClaimHistoryAnswer = Answer<AboutSubject & ClaimHistory & Pick<Page<object>, 'next'>>;

/** Who said what about it and when, what it replaced and what replaced it, and what we corrected. */
export class ClaimHistoryOf extends Query<ClaimHistoryAnswer> {
  constructor(
    readonly subject: SubjectName,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(ClaimHistoryOf)
export class ClaimHistoryHandler implements IQueryHandler<ClaimHistoryOf> {
  constructor(private readonly subjects: Subjects) {}

  async execute({ subject, asked }: ClaimHistoryOf): Promise<ClaimHistoryAnswer> {
    const view = await this.subjects.view(subject, asked);
    const history = claimHistory(view.facts, view.stands.at);
    const { items: claims, next } = pageOf(history.claims, asked, ({ claim }) => claim);
    return this.subjects.answer(view, { ...history, claims, next });
  }
}

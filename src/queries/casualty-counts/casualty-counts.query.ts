import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { casualtyCounts, type CasualtyCounts } from '../../domain/claims/casualty-counts.js';
import type { Asked } from '../../http/reads/asked.js';
import type { Answer } from '../reading/answer.js';
import { Subjects, type AboutSubject, type SubjectName } from '../reading/subjects.js';

export type CasualtyCountsAnswer = Answer<AboutSubject & CasualtyCounts>;

/** The figure of each claimant on everything that is counted, and how far they reach. */
export class CasualtyCountsOf extends Query<CasualtyCountsAnswer> {
  constructor(
    readonly subject: SubjectName,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(CasualtyCountsOf)
export class CasualtyCountsHandler implements IQueryHandler<CasualtyCountsOf> {
  constructor(private readonly subjects: Subjects) {}

  async execute({ subject, asked }: CasualtyCountsOf): Promise<CasualtyCountsAnswer> {
    const view = await this.subjects.view(subject, asked);
    return this.subjects.answer(view, casualtyCounts(view.facts, view.stands.at));
  }
}

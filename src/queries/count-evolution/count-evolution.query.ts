import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { evolution, type Evolution } from '../../domain/claims/evolution.js';
import type { Asked } from '../../http/reads/asked.js';
import type { Answer } from '../reading/answer.js';
import { Subjects, type AboutSubject, type SubjectName } from '../reading/subjects.js';

export type EvolutionAnswer = Answer<AboutSubject & Evolution>;

/** How the ranges moved, act by act. */
export class EvolutionOf extends Query<EvolutionAnswer> {
  constructor(
    readonly subject: SubjectName,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(EvolutionOf)
export class EvolutionHandler implements IQueryHandler<EvolutionOf> {
  constructor(private readonly subjects: Subjects) {}

  async execute({ subject, asked }: EvolutionOf): Promise<EvolutionAnswer> {
    const view = await this.subjects.view(subject, asked);
    return this.subjects.answer(view, evolution(view.facts, view.stands.at));
  }
}

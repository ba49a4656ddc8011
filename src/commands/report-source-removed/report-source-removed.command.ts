import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sourceFoundRemoved, type SourceFoundRemoved } from '../../domain/events/source-custody.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { reportSourceRemoved } from './report-source-removed.decision.js';

export class ReportSourceRemoved extends Command<Appended> {
  constructor(
    readonly body: Draft<SourceFoundRemoved>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReportSourceRemoved)
export class ReportSourceRemovedHandler implements ICommandHandler<ReportSourceRemoved> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: ReportSourceRemoved): Promise<Appended> {
    return this.log.decide(
      { category: 'source', id: body.sourceId, context, ...reading(sourceFoundRemoved, body) },
      reportSourceRemoved,
    );
  }
}

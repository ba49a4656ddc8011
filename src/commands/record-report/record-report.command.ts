import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reportPublished, type ReportPublished } from '../../domain/events/report-published.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { recordReport } from './record-report.decision.js';

export class RecordReport extends Command<Appended> {
  constructor(
    readonly body: Draft<ReportPublished>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordReport)
export class RecordReportHandler implements ICommandHandler<RecordReport> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: RecordReport): Promise<Appended> {
    return this.log.decide(
      { category: 'report', id: body.reportId, context, ...reading(reportPublished, body) },
      recordReport,
    );
  }
}

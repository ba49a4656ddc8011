import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { reportPublished, type ReportPublished } from '../../domain/events/report-published.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Opens } from '../../http/writes/write.decorator.js';
import { Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { RecordReport } from '../record-report/record-report.command.js';

/** What somebody published. */
@Controller('reports')
export class ReportsController {
  constructor(private readonly commands: CommandBus) {}

  @Opens(reportPublished, 'Record a report')
  record(@Written() body: Draft<ReportPublished>, @Ctx() context: CommandContext) {
    return this.commands.execute(new RecordReport(body, context));
  }
}

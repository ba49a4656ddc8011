import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { statementIssued, type StatementIssued } from '../../domain/events/statement-issued.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Opens } from '../../http/writes/write.decorator.js';
import { Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { RecordStatement } from '../record-statement/record-statement.command.js';

/** What somebody said. */
@Controller('statements')
export class StatementsController {
  constructor(private readonly commands: CommandBus) {}

  @Opens(statementIssued, 'Record a statement')
  record(@Written() body: Draft<StatementIssued>, @Ctx() context: CommandContext) {
    return this.commands.execute(new RecordStatement(body, context));
  }
}

import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { statementIssued, type StatementIssued } from '../../domain/events/statement-issued.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { recordStatement } from './record-statement.decision.js';

export class RecordStatement extends Command<Appended> {
  constructor(
    readonly body: Draft<StatementIssued>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordStatement)
export class RecordStatementHandler implements ICommandHandler<RecordStatement> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: RecordStatement): Promise<Appended> {
    return this.log.decide(
      { category: 'statement', id: body.statementId, context, ...reading(statementIssued, body) },
      recordStatement,
    );
  }
}

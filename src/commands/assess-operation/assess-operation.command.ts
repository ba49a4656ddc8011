import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { operationAssessed, type OperationAssessed } from '../../domain/events/operation-assessed.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { assessOperation } from './assess-operation.decision.js';

export class AssessOperation extends Command<Appended> {
  constructor(
    readonly body: Draft<OperationAssessed>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AssessOperation)
export class AssessOperationHandler implements ICommandHandler<AssessOperation> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: AssessOperation): Promise<Appended> {
    return this.log.decide(
      { category: 'operation', id: body.operationId, context, ...reading(operationAssessed, body) },
      assessOperation,
    );
  }
}

import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { operationConducted, type OperationConducted } from '../../domain/events/operation-conducted.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { recordOperation } from './record-operation.decision.js';

export class RecordOperation extends Command<Appended> {
  constructor(
    readonly body: Draft<OperationConducted>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RecordOperation)
export class RecordOperationHandler implements ICommandHandler<RecordOperation> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: RecordOperation): Promise<Appended> {
    return this.log.decide(
      { category: 'operation', id: body.operationId, context, ...reading(operationConducted, body) },
      recordOperation,
    );
  }
}

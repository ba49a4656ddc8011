import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { operationAssessed, type OperationAssessed } from '../../domain/events/operation-assessed.js';
import { operationConducted, type OperationConducted } from '../../domain/events/operation-conducted.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Adds, Opens } from '../../http/writes/write.decorator.js';
import { Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { AssessOperation } from '../assess-operation/assess-operation.command.js';
import { RecordOperation } from '../record-operation/record-operation.command.js';

/** Operations, and how sure we are of them. */
@Controller('operations')
export class OperationsController {
  constructor(private readonly commands: CommandBus) {}

  @Opens(operationConducted, 'Record an operation')
  record(@Written() body: Draft<OperationConducted>, @Ctx() context: CommandContext) {
    return this.commands.execute(new RecordOperation(body, context));
  }

  @Adds(':id/assessments', operationAssessed, 'Say how sure we are of an operation', { by: 'reviewer' })
  assess(@Written() body: Draft<OperationAssessed>, @Ctx() context: CommandContext) {
    return this.commands.execute(new AssessOperation(body, context));
  }
}

import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { identifierAssigned, type IdentifierAssigned } from '../../domain/events/identifiers.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { assignIdentifier } from './assign-identifier.decision.js';

export class AssignIdentifier extends Command<Appended> {
  constructor(
    readonly body: Draft<IdentifierAssigned>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AssignIdentifier)
export class AssignIdentifierHandler implements ICommandHandler<AssignIdentifier> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: AssignIdentifier): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(identifierAssigned, body) },
      assignIdentifier,
    );
  }
}

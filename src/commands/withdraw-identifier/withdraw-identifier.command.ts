import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { identifierWithdrawn, type IdentifierWithdrawn } from '../../domain/events/identifiers.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { withdrawIdentifier } from './withdraw-identifier.decision.js';

export class WithdrawIdentifier extends Command<Appended> {
  constructor(
    readonly body: Draft<IdentifierWithdrawn>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawIdentifier)
export class WithdrawIdentifierHandler implements ICommandHandler<WithdrawIdentifier> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: WithdrawIdentifier): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(identifierWithdrawn, body) },
      withdrawIdentifier,
    );
  }
}

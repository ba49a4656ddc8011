import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { claimSetAside, type ClaimSetAside } from '../../domain/events/claim-set-aside.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { setClaimAside } from './set-claim-aside.decision.js';

export class SetClaimAside extends Command<Appended> {
  constructor(
    readonly body: Draft<ClaimSetAside>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SetClaimAside)
export class SetClaimAsideHandler implements ICommandHandler<SetClaimAside> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: SetClaimAside): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(claimSetAside, body) },
      setClaimAside,
    );
  }
}

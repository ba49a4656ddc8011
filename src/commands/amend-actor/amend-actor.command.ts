import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorAmended, type ActorAmended } from '../../domain/events/actor-amended.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { amendActor } from './amend-actor.decision.js';

export class AmendActor extends Command<Appended> {
  constructor(
    readonly body: Draft<ActorAmended>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AmendActor)
export class AmendActorHandler implements ICommandHandler<AmendActor> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: AmendActor): Promise<Appended> {
    return this.log.decide(
      { category: 'actor', id: body.actorId, context, ...reading(actorAmended, body) },
      amendActor,
    );
  }
}

import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorRegistered, type ActorRegistered } from '../../domain/events/actor-registered.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { registerActor } from './register-actor.decision.js';

export class RegisterActor extends Command<Appended> {
  constructor(
    readonly body: Draft<ActorRegistered>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterActor)
export class RegisterActorHandler implements ICommandHandler<RegisterActor> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: RegisterActor): Promise<Appended> {
    return this.log.decide(
      { category: 'actor', id: body.actorId, context, ...reading(actorRegistered, body) },
      registerActor,
    );
  }
}

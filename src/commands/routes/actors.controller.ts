import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { actorAmended, type ActorAmended } from '../../domain/events/actor-amended.js';
import { actorRegistered, type ActorRegistered } from '../../domain/events/actor-registered.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Adds, Opens } from '../../http/writes/write.decorator.js';
import { Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { AmendActor } from '../amend-actor/amend-actor.command.js';
import { RegisterActor } from '../register-actor/register-actor.command.js';

/** Those who act and speak. */
@Controller('actors')
export class ActorsController {
  constructor(private readonly commands: CommandBus) {}

  @Opens(actorRegistered, 'Register an actor')
  register(@Written() body: Draft<ActorRegistered>, @Ctx() context: CommandContext) {
    return this.commands.execute(new RegisterActor(body, context));
  }

  @Adds(':id/amendments', actorAmended, 'Say what changed about an actor')
  amend(@Written() body: Draft<ActorAmended>, @Ctx() context: CommandContext) {
    return this.commands.execute(new AmendActor(body, context));
  }
}

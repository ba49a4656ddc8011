import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sourceRegistered, type SourceRegistered } from '../../domain/events/source-registered.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { registerSource } from './register-source.decision.js';

export class RegisterSource extends Command<Appended> {
  constructor(
    readonly body: Draft<SourceRegistered>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RegisterSource)
export class RegisterSourceHandler implements ICommandHandler<RegisterSource> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: RegisterSource): Promise<Appended> {
    return this.log.decide(
      { category: 'source', id: body.sourceId, context, ...reading(sourceRegistered, body) },
      registerSource,
    );
  }
}

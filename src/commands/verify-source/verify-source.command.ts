import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sourceVerified, type SourceVerified } from '../../domain/events/source-custody.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { verifySource } from './verify-source.decision.js';

export class VerifySource extends Command<Appended> {
  constructor(
    readonly body: Draft<SourceVerified>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(VerifySource)
export class VerifySourceHandler implements ICommandHandler<VerifySource> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: VerifySource): Promise<Appended> {
    return this.log.decide(
      { category: 'source', id: body.sourceId, context, ...reading(sourceVerified, body) },
      verifySource,
    );
  }
}

import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { casualtiesAssessed, type CasualtiesAssessed } from '../../domain/events/casualties-assessed.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { assessCasualties } from './assess-casualties.decision.js';

export class AssessCasualties extends Command<Appended> {
  constructor(
    readonly body: Draft<CasualtiesAssessed>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AssessCasualties)
export class AssessCasualtiesHandler implements ICommandHandler<AssessCasualties> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: AssessCasualties): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(casualtiesAssessed, body) },
      assessCasualties,
    );
  }
}

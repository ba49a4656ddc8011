import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { geolocationAssessed, type GeolocationAssessed } from '../../domain/events/geolocation-assessed.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { assessGeolocation } from './assess-geolocation.decision.js';

export class AssessGeolocation extends Command<Appended> {
  constructor(
    readonly body: Draft<GeolocationAssessed>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AssessGeolocation)
export class AssessGeolocationHandler implements ICommandHandler<AssessGeolocation> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: AssessGeolocation): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(geolocationAssessed, body) },
      assessGeolocation,
    );
  }
}

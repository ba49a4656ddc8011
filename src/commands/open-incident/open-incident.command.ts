import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { incidentOpened, type IncidentOpened } from '../../domain/events/incident-opened.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { openIncident } from './open-incident.decision.js';

export class OpenIncident extends Command<Appended> {
  constructor(
    readonly body: Draft<IncidentOpened>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenIncident)
export class OpenIncidentHandler implements ICommandHandler<OpenIncident> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: OpenIncident): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(incidentOpened, body) },
      openIncident,
    );
  }
}

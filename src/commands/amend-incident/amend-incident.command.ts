import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { incidentAmended, type IncidentAmended } from '../../domain/events/incident-amended.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { amendIncident } from './amend-incident.decision.js';

export class AmendIncident extends Command<Appended> {
  constructor(
    readonly body: Draft<IncidentAmended>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AmendIncident)
export class AmendIncidentHandler implements ICommandHandler<AmendIncident> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: AmendIncident): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(incidentAmended, body) },
      amendIncident,
    );
  }
}

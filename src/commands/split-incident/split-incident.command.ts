import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { incidentSplit, type IncidentSplit } from '../../domain/events/incident-identity.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { splitIncident } from './split-incident.decision.js';

export class SplitIncident extends Command<Appended> {
  constructor(
    readonly body: Draft<IncidentSplit>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SplitIncident)
export class SplitIncidentHandler implements ICommandHandler<SplitIncident> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: SplitIncident): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(incidentSplit, body) },
      splitIncident,
    );
  }
}

import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { incidentUnmerged, type IncidentUnmerged } from '../../domain/events/incident-identity.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { unmergeIncident } from './unmerge-incident.decision.js';

export class UnmergeIncident extends Command<Appended> {
  constructor(
    readonly body: Draft<IncidentUnmerged>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(UnmergeIncident)
export class UnmergeIncidentHandler implements ICommandHandler<UnmergeIncident> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: UnmergeIncident): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(incidentUnmerged, body) },
      unmergeIncident,
    );
  }
}

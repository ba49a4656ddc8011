import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { incidentMerged, type IncidentMerged } from '../../domain/events/incident-identity.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { mergeIncident } from './merge-incident.decision.js';

export class MergeIncident extends Command<Appended> {
  constructor(
    readonly body: Draft<IncidentMerged>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(MergeIncident)
export class MergeIncidentHandler implements ICommandHandler<MergeIncident> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: MergeIncident): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(incidentMerged, body) },
      mergeIncident,
    );
  }
}

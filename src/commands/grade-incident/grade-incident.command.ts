import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { incidentGraded, type IncidentGraded } from '../../domain/events/incident-graded.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { gradeIncident } from './grade-incident.decision.js';

export class GradeIncident extends Command<Appended> {
  constructor(
    readonly body: Draft<IncidentGraded>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GradeIncident)
export class GradeIncidentHandler implements ICommandHandler<GradeIncident> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: GradeIncident): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(incidentGraded, body) },
      gradeIncident,
    );
  }
}

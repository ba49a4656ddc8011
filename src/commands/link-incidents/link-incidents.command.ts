import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { incidentsLinked, type IncidentsLinked } from '../../domain/events/incident-identity.js';
import type { Draft } from '../../domain/values/draft.js';
import { DecisionLog, type Appended, type CommandContext } from '../decision-log.js';
import { reading } from '../reading.js';
import { linkIncidents } from './link-incidents.decision.js';

export class LinkIncidents extends Command<Appended> {
  constructor(
    readonly body: Draft<IncidentsLinked>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(LinkIncidents)
export class LinkIncidentsHandler implements ICommandHandler<LinkIncidents> {
  constructor(private readonly log: DecisionLog) {}

  execute({ body, context }: LinkIncidents): Promise<Appended> {
    return this.log.decide(
      { category: 'incident', id: body.incidentId, context, ...reading(incidentsLinked, body) },
      linkIncidents,
    );
  }
}

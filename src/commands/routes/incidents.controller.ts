import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  identifierAssigned,
  identifierWithdrawn,
  type IdentifierAssigned,
  type IdentifierWithdrawn,
} from '../../domain/events/identifiers.js';
import { incidentAmended, type IncidentAmended } from '../../domain/events/incident-amended.js';
import {
  incidentMerged,
  incidentSplit,
  incidentUnmerged,
  incidentsLinked,
  type IncidentMerged,
  type IncidentSplit,
  type IncidentUnmerged,
  type IncidentsLinked,
} from '../../domain/events/incident-identity.js';
import { incidentOpened, type IncidentOpened } from '../../domain/events/incident-opened.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Adds, Opens } from '../../http/writes/write.decorator.js';
import { Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { AmendIncident } from '../amend-incident/amend-incident.command.js';
import { AssignIdentifier } from '../assign-identifier/assign-identifier.command.js';
import { LinkIncidents } from '../link-incidents/link-incidents.command.js';
import { MergeIncident } from '../merge-incident/merge-incident.command.js';
import { OpenIncident } from '../open-incident/open-incident.command.js';
import { SplitIncident } from '../split-incident/split-incident.command.js';
import { UnmergeIncident } from '../unmerge-incident/unmerge-incident.command.js';
import { WithdrawIdentifier } from '../withdraw-identifier/withdraw-identifier.command.js';

/** Incidents: what is known of them, and which is which. */
@Controller('incidents')
export class IncidentsController {
  constructor(private readonly commands: CommandBus) {}

  @Opens(incidentOpened, 'Open an incident')
  open(@Written() body: Draft<IncidentOpened>, @Ctx() context: CommandContext) {
    return this.commands.execute(new OpenIncident(body, context));
  }

  @Adds(':id/amendments', incidentAmended, 'Say what changed about an incident')
  amend(@Written() body: Draft<IncidentAmended>, @Ctx() context: CommandContext) {
    return this.commands.execute(new AmendIncident(body, context));
  }

  @Adds(':id/identifiers', identifierAssigned, 'Note a public code for an incident')
  assignIdentifier(@Written() body: Draft<IdentifierAssigned>, @Ctx() context: CommandContext) {
    return this.commands.execute(new AssignIdentifier(body, context));
  }

  @Adds(':id/identifiers/withdrawals', identifierWithdrawn, 'Note that a public code no longer names an incident')
  withdrawIdentifier(@Written() body: Draft<IdentifierWithdrawn>, @Ctx() context: CommandContext) {
    return this.commands.execute(new WithdrawIdentifier(body, context));
  }

  @Adds(':id/links', incidentsLinked, 'Link an incident to another')
  link(@Written() body: Draft<IncidentsLinked>, @Ctx() context: CommandContext) {
    return this.commands.execute(new LinkIncidents(body, context));
  }

  @Adds(':id/merge', incidentMerged, 'Merge an incident into another', { by: 'reviewer' })
  merge(@Written() body: Draft<IncidentMerged>, @Ctx() context: CommandContext) {
    return this.commands.execute(new MergeIncident(body, context));
  }

  @Adds(':id/unmerge', incidentUnmerged, 'Undo a merge', { by: 'reviewer' })
  unmerge(@Written() body: Draft<IncidentUnmerged>, @Ctx() context: CommandContext) {
    return this.commands.execute(new UnmergeIncident(body, context));
  }

  @Adds(':id/split', incidentSplit, 'Split an incident', { by: 'reviewer' })
  split(@Written() body: Draft<IncidentSplit>, @Ctx() context: CommandContext) {
    return this.commands.execute(new SplitIncident(body, context));
  }
}

import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { casualtiesAssessed, type CasualtiesAssessed } from '../../domain/events/casualties-assessed.js';
import { claimSetAside, type ClaimSetAside } from '../../domain/events/claim-set-aside.js';
import { geolocationAssessed, type GeolocationAssessed } from '../../domain/events/geolocation-assessed.js';
import { incidentGraded, type IncidentGraded } from '../../domain/events/incident-graded.js';
import type { Draft } from '../../domain/values/draft.js';
import { Ctx } from '../../http/command-context.js';
import { Adds } from '../../http/writes/write.decorator.js';
import { Written } from '../../http/writes/written.decorator.js';
import type { CommandContext } from '../decision-log.js';
import { AssessCasualties } from '../assess-casualties/assess-casualties.command.js';
import { AssessGeolocation } from '../assess-geolocation/assess-geolocation.command.js';
import { GradeIncident } from '../grade-incident/grade-incident.command.js';
import { SetClaimAside } from '../set-claim-aside/set-claim-aside.command.js';

/** How we judge an incident and what is said about it. */
@Controller('incidents/:id')
export class JudgementsController {
  constructor(private readonly commands: CommandBus) {}

  @Adds('grades', incidentGraded, 'Grade what is said of the harm', { by: 'reviewer' })
  grade(@Written() body: Draft<IncidentGraded>, @Ctx() context: CommandContext) {
    return this.commands.execute(new GradeIncident(body, context));
  }

  @Adds('casualty-assessments', casualtiesAssessed, 'Say how many we judge were harmed', { by: 'reviewer' })
  assessCasualties(@Written() body: Draft<CasualtiesAssessed>, @Ctx() context: CommandContext) {
    return this.commands.execute(new AssessCasualties(body, context));
  }

  @Adds('locations', geolocationAssessed, 'Say where we judge it happened', { by: 'reviewer' })
  locate(@Written() body: Draft<GeolocationAssessed>, @Ctx() context: CommandContext) {
    return this.commands.execute(new AssessGeolocation(body, context));
  }

  @Adds('set-aside', claimSetAside, 'Take a claim out of the ranges', { by: 'reviewer' })
  setAside(@Written() body: Draft<ClaimSetAside>, @Ctx() context: CommandContext) {
    return this.commands.execute(new SetClaimAside(body, context));
  }
}

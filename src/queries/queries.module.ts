import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReadModel } from '../http/reads/read-model.js';
import { ProjectorModule } from '../projector/projector.module.js';
import { CasualtyCountsHandler } from './casualty-counts/casualty-counts.query.js';
import { ClaimHistoryHandler } from './claim-history/claim-history.query.js';
import { ClaimsController } from './claims/claims.controller.js';
import { ClaimsHandler } from './claims/claims.query.js';
import { EvolutionHandler } from './count-evolution/count-evolution.query.js';
import { FindingsHandler } from './findings/findings.query.js';
import { IdentifierHandler } from './identifiers/identifier.query.js';
import { IdentifiersController } from './identifiers/identifiers.controller.js';
import { IncidentHistoryHandler } from './incident-history/incident-history.query.js';
import { IncidentHandler } from './incident/incident.query.js';
import { IncidentQueriesController } from './incidents/incidents.controller.js';
import { IncidentsHandler } from './incidents/incidents.query.js';
import { OpenFindingsController } from './open-findings/open-findings.controller.js';
import { OpenFindingsHandler } from './open-findings/open-findings.query.js';
import { ReadPosition } from './read-position.js';
import { Snapshots } from './reading/snapshot.js';
import { Subjects } from './reading/subjects.js';
import { SeriesQueriesController } from './series/series.controller.js';
import { ThingHandler } from './things/thing.query.js';
import { thingControllers } from './things/things.controllers.js';
import { ThingsHandler } from './things/things.query.js';
import { VocabulariesController } from './vocabularies/vocabularies.controller.js';
import { VocabulariesHandler } from './vocabularies/vocabularies.query.js';

/** Everything that can be asked. */
@Module({
  imports: [CqrsModule, ProjectorModule],
  controllers: [
    IncidentQueriesController,
    SeriesQueriesController,
    ClaimsController,
    OpenFindingsController,
    IdentifiersController,
    VocabulariesController,
    ...thingControllers,
  ],
  providers: [
    Snapshots,
    Subjects,
    { provide: ReadModel, useClass: ReadPosition },
    IncidentsHandler,
    IncidentHandler,
    ClaimHistoryHandler,
    CasualtyCountsHandler,
    EvolutionHandler,
    FindingsHandler,
    IncidentHistoryHandler,
    ClaimsHandler,
    OpenFindingsHandler,
    IdentifierHandler,
    ThingsHandler,
    ThingHandler,
    VocabulariesHandler,
  ],
})
export class QueriesModule {}

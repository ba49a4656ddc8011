import { ActorsController } from './actors.controller.js';
import { ClaimLinksController } from './claim-links.controller.js';
import { EntriesController } from './entries.controller.js';
import { FindingsController } from './findings.controller.js';
import { IncidentsController } from './incidents.controller.js';
import { JudgementsController } from './judgements.controller.js';
import { OperationsController } from './operations.controller.js';
import { ReportsController } from './reports.controller.js';
import { SeriesController } from './series.controller.js';
import { SourcesController } from './sources.controller.js';
import { StatementsController } from './statements.controller.js';

/** Every route that records something. */
export const commandControllers = [
  StatementsController,
  ReportsController,
  OperationsController,
  IncidentsController,
  JudgementsController,
  SeriesController,
  ActorsController,
  SourcesController,
  FindingsController,
  ClaimLinksController,
  EntriesController,
];

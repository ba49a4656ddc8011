import type { Projection } from '../projector/projection.js';
import { HistoryProjection, historyEntities } from './history/index.js';
import { registerEntities, RegisterProjection } from './register/index.js';

/** Everything that is kept of the log. */
export const projections: readonly Projection[] = [new RegisterProjection(), new HistoryProjection()];

/** What TypeORM may read of it. */
export const projectionEntities = [...registerEntities, ...historyEntities];

import {
  anActor,
  anIncident,
  anOperation,
  aSeries,
  aSource,
  ASSESSOR,
  PUBLISHER,
  SPEAKER,
  type Happening,
} from './builders.js';

/** What the builders name is there: actors, a source, an incident, a series and an operation. */
export const WORLD: readonly Happening[] = [
  anActor(SPEAKER),
  anActor(PUBLISHER),
  anActor(ASSESSOR),
  anActor('united-states'),
  anActor({ actorId: 'us-forces', partOf: [{ actor: 'united-states' }] }),
  anActor('zakharova'),
  aSource(),
  anIncident(),
  aSeries(),
  anOperation(),
];

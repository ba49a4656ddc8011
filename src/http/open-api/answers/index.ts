import { definitions } from '../../../domain/events/index.js';
import type { JsonSchema } from '../../../domain/schema/field.js';
import { shownComponentsOf } from '../../../domain/schema/json-schema.js';
import { claimSchemas } from './claims.js';
import { countSchemas } from './counts.js';
import { findingSchemas } from './findings.js';
import { historySchemas } from './history.js';
import { keySchemas } from './keys.js';
import { sharedSchemas } from './shared.js';
import { thingSchemas } from './things.js';

const shown = shownComponentsOf([...definitions.values()].map(({ data }) => data));

/** What questions are answered with. What entries say in them comes from the definitions of their events. */
export const answerSchemas: Readonly<Record<string, JsonSchema>> = {
  ...shown,
  ...sharedSchemas(shown),
  ...countSchemas,
  ...findingSchemas,
  ...claimSchemas,
  ...historySchemas(shown),
  ...thingSchemas(shown),
  ...keySchemas,
};

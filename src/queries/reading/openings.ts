import type { Category } from '../../domain/streams.js';

const FAMILY = {
  statement: 'acts',
  report: 'acts',
  operation: 'operations',
  incident: 'incidents',
  series: 'series',
  actor: 'actors',
  source: 'sources',
} as const satisfies Record<Category, string>;

/** The families whose rows say what things are. */
export const FAMILIES = [...new Set(Object.values(FAMILY))];

/** The family whose rows say what a thing of a category is. */
export const familyOf = <C extends Category>(category: C): (typeof FAMILY)[C] => FAMILY[category];

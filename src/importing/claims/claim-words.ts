import { list, may, record, type Words } from '../reading/records.js';
import { named } from '../reading/reading.js';
import { measureKeys } from './figures.js';
import { anyClaim, anyFigure, oneClaim } from './settings.js';
import { stanceKeys } from './stances.js';

const said = { ...measureKeys, ...stanceKeys };

/** Claims that are written together because the same is said of them. */
const group = record({ ...said, ...anyClaim, ...anyFigure, ...oneClaim });
export type GroupWords = Words<Record<never, never>>;

/** The keys by which an act says something: figures, stances, what holds for all of them, and further groups. */
export const claimKeys = {
  ...said,
  ...anyClaim,
  ...anyFigure,
  claims: may(list(named('claims', group)), 'more of what it says, in groups with something in common'),
};

import type { Bounds } from '../values/figure.js';

/** Whether no number lies in both. Where a bound is unknown they may still meet. */
export const disjoint = (a: Bounds, b: Bounds): boolean =>
  (a.min !== null && b.max !== null && a.min > b.max) || (b.min !== null && a.max !== null && b.min > a.max);

/** Bounds of a sum of things counted apart. */
export const total = (parts: readonly Bounds[]): Bounds => ({
  min: parts.some(({ min }) => min === null) ? null : parts.reduce((sum, { min }) => sum + (min ?? 0), 0),
  max: parts.some(({ max }) => max === null) ? null : parts.reduce((sum, { max }) => sum + (max ?? 0), 0),
});

interface Said extends Bounds {
  readonly best?: number;
}

/** Whether two figures say the same, however they are worded. */
export const sameFigure = (a: Said, b: Said): boolean => a.min === b.min && a.max === b.max && a.best === b.best;

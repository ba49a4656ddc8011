import { statusOf, tallyOf } from '../claims/claim-key.js';
import type { AssessedFigure } from '../events/casualties-assessed.js';
import { MinAboveMax, NegativeCount, PartAboveWhole } from '../refusals/assessments.js';
import { sameContent } from '../same-content.js';
import type { Counted } from '../values/counted.js';
import type { Category } from '../vocabularies/category.js';

/** What each category is a part of (design §3.3). */
const WHOLES: { readonly [part in Category]?: readonly Category[] } = {
  girl: ['child', 'person'],
  boy: ['child', 'person'],
  child: ['person'],
  woman: ['person'],
  man: ['person'],
};

const within = (part: Counted, whole: Counted) =>
  part.category === whole.category || WHOLES[part.category]?.includes(whole.category) === true;

const sameBeside = (part: Counted, whole: Counted) =>
  sameContent(
    { ...part, tally: tallyOf(part), category: null, status: null },
    { ...whole, tally: tallyOf(whole), category: null, status: null },
  );

/** Whether all that one figure counts is counted by the other too. */
const isPartOf = (part: Counted, whole: Counted): boolean =>
  within(part, whole) && (statusOf(part) === statusOf(whole) || statusOf(whole) === 'any') && sameBeside(part, whole);

const negative = (n: number | null | undefined) => n !== null && n !== undefined && n < 0;

/** We judge no impossible figures: none below zero, no least above the most, no part above its whole. */
export function figuresArePossible(figures: readonly AssessedFigure[]): void {
  figures.forEach(({ figure }, index) => {
    const { min, max } = figure;
    const bound = (['min', 'max', 'best'] as const).find((name) => negative(figure[name]));
    if (bound !== undefined) throw new NegativeCount(`/figures/${index}/figure/${bound}`);
    if (min !== null && max !== null && min > max) throw new MinAboveMax(min, max, `/figures/${index}/figure/min`);
  });
  figures.forEach(({ counted, figure: { min } }, index) => {
    const above = figures.find(
      (whole, other) =>
        other !== index &&
        isPartOf(counted, whole.counted) &&
        min !== null &&
        whole.figure.max !== null &&
        min > whole.figure.max,
    );
    if (above !== undefined) throw new PartAboveWhole(min ?? 0, above.figure.max ?? 0, `/figures/${index}/figure/min`);
  });
}

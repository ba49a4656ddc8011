import type { Fact, SijilEvent } from '../events/index.js';
import { sameContent } from '../same-content.js';
import { standingEntries } from '../states/standing-entries.js';

const ofType = (own: readonly SijilEvent[], { type }: Fact) =>
  standingEntries(own).filter((entry) => entry.type === type);

/** Whether the last entry of this type, or the last that agrees in `field`, says just that: saying it again adds nothing. */
export function saidLast<F extends Fact>(
  own: readonly SijilEvent[],
  fact: F,
  field?: keyof F['data'] & string,
): boolean {
  const of = (data: object) => (field === undefined ? undefined : (data as Record<string, unknown>)[field]);
  return sameContent(ofType(own, fact).findLast(({ data }) => of(data) === of(fact.data))?.data, fact.data);
}

/** Whether any standing entry of this type says just that. */
export const saidBefore = (own: readonly SijilEvent[], fact: Fact): boolean =>
  ofType(own, fact).some(({ data }) => sameContent(data, fact.data));

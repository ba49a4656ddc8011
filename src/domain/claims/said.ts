import { instant, type Instant } from '../envelope.js';

/** When something was said, as well as that is known. */
export interface Interval {
  readonly saidFrom: Instant;
  readonly saidTo: Instant;
}

/** Whether something had been said by an instant (null is the end of time): surely, possibly, or not yet. */
export function saidBy({ saidFrom, saidTo }: Interval, claimed: Instant | null): 'said' | 'possibly' | 'not_yet' {
  if (claimed === null) return 'said';
  const by = instant(claimed);
  if (instant(saidTo) <= by) return 'said';
  return instant(saidFrom) <= by ? 'possibly' : 'not_yet';
}

/** A stretch of time within which something happened or was said. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

export const spanOf = ({ saidFrom, saidTo }: Interval): Span => ({ from: saidFrom, to: saidTo });

/** Whether one was surely before the other. A date ends at the midnight on which the next begins; two equal moments are at once. */
export function surelyBefore(a: Span, b: Span): boolean {
  const [from, to, bFrom, bTo] = [instant(a.from), instant(a.to), instant(b.from), instant(b.to)];
  return to <= bFrom && from < bTo;
}

/** Whether it cannot be told which of two was said first. Touching intervals can be told apart, equal ones cannot. */
export function overlap(a: Interval, b: Interval): boolean {
  const [one, other] = [spanOf(a), spanOf(b)];
  return !surelyBefore(one, other) && !surelyBefore(other, one);
}

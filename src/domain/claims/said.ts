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

/** Whether it cannot be told which of two was said first. Touching intervals can be told apart, equal ones cannot. */
export function overlap(a: Interval, b: Interval): boolean {
  const [aFrom, aTo, bFrom, bTo] = [a.saidFrom, a.saidTo, b.saidFrom, b.saidTo].map(instant) as [
    number,
    number,
    number,
    number,
  ];
  return (aFrom < bTo && bFrom < aTo) || (aFrom === bFrom && aTo === bTo);
}

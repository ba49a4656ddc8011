import type { Bounds } from '../values/figure.js';
import { SortedNumbers } from './sorted-numbers.js';

/** How far the figures of several claimants reach. Never a sum, never an average. */
export interface Range {
  /** The least known minimum. */
  readonly low: number | null;
  /** The greatest known bound. */
  readonly high: number | null;
  /** Nobody says how many at most, or an "at least" reaches the highest maximum. */
  readonly open: boolean;
  /** Independent parties behind it. A coalition is not counted beside its member. */
  readonly parties: number;
  readonly claims: number;
  /** Some of its claims state a status where others state none. */
  readonly scopeAssumed: boolean;
}

/** What a range asks of a claim. */
export interface Contribution {
  readonly bounds: Bounds;
  readonly party: string;
  readonly coalitions: readonly string[];
  readonly scopeAssumed: boolean;
}

class Counter {
  private readonly counts = new Map<string, number>();

  /** Answers the new count. */
  move(name: string, by: number): number {
    const count = (this.counts.get(name) ?? 0) + by;
    if (count === 0) this.counts.delete(name);
    else this.counts.set(name, count);
    return count;
  }

  has(name: string): boolean {
    return this.counts.has(name);
  }

  get size(): number {
    return this.counts.size;
  }
}

/** A range that claims enter and leave. */
export class RangeTally {
  private readonly minima = new SortedNumbers();
  private readonly maxima = new SortedNumbers();
  private readonly known = new SortedNumbers();
  private readonly openFloors = new SortedNumbers();
  private readonly parties = new Counter();
  private readonly coalitions = new Counter();
  /** Coalitions that speak themselves beside one of their members. */
  private beside = 0;
  private claims = 0;
  private assumed = 0;

  add(contribution: Contribution): void {
    this.move(contribution, 1);
    const { min, max } = contribution.bounds;
    if (min !== null) this.minima.add(min);
    if (max !== null) this.maxima.add(max);
    if (min !== null || max !== null) this.known.add(Math.max(min ?? -Infinity, max ?? -Infinity));
    if (min !== null && max === null) this.openFloors.add(min);
  }

  remove(contribution: Contribution): void {
    this.move(contribution, -1);
    const { min, max } = contribution.bounds;
    if (min !== null) this.minima.remove(min);
    if (max !== null) this.maxima.remove(max);
    if (min !== null || max !== null) this.known.remove(Math.max(min ?? -Infinity, max ?? -Infinity));
    if (min !== null && max === null) this.openFloors.remove(min);
  }

  /** Null while nothing is in it. */
  range(): Range | null {
    if (this.claims === 0) return null;
    const highest = this.maxima.greatest;
    const floor = this.openFloors.greatest;
    return {
      low: this.minima.least,
      high: this.known.greatest,
      open: highest === null || (floor !== null && floor >= highest),
      parties: this.parties.size - this.beside,
      claims: this.claims,
      scopeAssumed: this.assumed > 0,
    };
  }

  private move({ party, coalitions, scopeAssumed }: Contribution, by: 1 | -1): void {
    this.claims += by;
    if (scopeAssumed) this.assumed += by;
    for (const one of new Set([party, ...coalitions])) {
      const before = this.parties.has(one) && this.coalitions.has(one);
      if (one === party) this.parties.move(one, by);
      if (one !== party) this.coalitions.move(one, by);
      const after = this.parties.has(one) && this.coalitions.has(one);
      this.beside += Number(after) - Number(before);
    }
  }
}

/** The range of all of these together. */
export function rangeOf(contributions: Iterable<Contribution>): Range | null {
  const tally = new RangeTally();
  for (const one of contributions) tally.add(one);
  return tally.range();
}

import { keyOf, tallyOf } from '../claim-key.js';
import { figureOf, inScope, isCounting, type Counting, type Spoken } from '../spoken.js';
import { actByAct, groupBy } from '../standing.js';
import { fromSets, ofClaim } from './evidence.js';
import { extremeOf, found, type Found, type Rule } from './finding.js';
import { manner, seriesClaims } from './series-claims.js';
import { slotDays, type Days } from './series-slots.js';

interface Held {
  readonly end: number;
  readonly claim: Counting;
}

/** The totals a publisher held at one time, in the order of their slots. */
class Totals {
  private readonly held: Held[] = [];

  hold(end: number, claim: Counting): void {
    const at = this.placeOf(end);
    this.held.splice(at, this.held[at]?.end === end ? 1 : 0, { end, claim });
  }

  /** A figure was taken back. */
  release(end: number): void {
    const at = this.placeOf(end);
    if (this.held[at]?.end === end) this.held.splice(at, 1);
  }

  /** The totals on both sides of a slot's, or of where one would be. */
  neighbours(end: number): readonly (readonly [Counting, Counting])[] {
    const at = this.placeOf(end);
    const pairs = [[this.held[at - 1], this.held[at]] as const];
    if (this.held[at]?.end === end) pairs.push([this.held[at], this.held[at + 1]] as const);
    return pairs.flatMap(([a, b]) => (a === undefined || b === undefined ? [] : [[a.claim, b.claim] as const]));
  }

  private placeOf(end: number): number {
    let [low, high] = [0, this.held.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.held[middle]?.end ?? Infinity) < end) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const falls = (earlier: Counting, later: Counting): boolean => {
  const [{ min }, { max }] = [figureOf(earlier), figureOf(later)];
  return min !== null && max !== null && max < min;
};

function fallsAlong(
  claims: readonly Spoken[],
  daysOf: (slot: string) => Days | null,
): readonly (readonly [Counting, Counting])[] {
  const held = new Totals();
  const pairs: (readonly [Counting, Counting])[] = [];
  for (const act of actByAct(claims)) {
    const ends: number[] = [];
    for (const claim of act) {
      const days = daysOf(claim.slot ?? '');
      if (days === null) continue;
      if (isCounting(claim)) held.hold(days.to, claim);
      else held.release(days.to);
      ends.push(days.to);
    }
    // Only once the whole act is told: it may raise or lower several slots at once.
    for (const end of ends) pairs.push(...held.neighbours(end).filter(([earlier, later]) => falls(earlier, later)));
  }
  return pairs;
}

/** A running total is smaller than the one of the slot before, as its publisher held both at the time. */
export const seriesDecrease: Rule = (reading) => {
  const daysOf = slotDays(reading);
  const totals = seriesClaims(reading).filter(
    ({ row: { claim } }) => claim.kind === 'count' && tallyOf(claim.counted) === 'running_total',
  );
  const lines = groupBy(totals, (claim) => `${manner(claim)} ${keyOf(claim.row.claim)}`);
  return [...lines].flatMap(([line, claims]): Found[] =>
    [...groupBy(fallsAlong(claims, daysOf), ([, later]) => later.slot ?? '')].flatMap(([slot, falling]) => {
      const last = falling.at(-1);
      return found(
        'series_decrease',
        inScope(`slot=${slot}`, line),
        fromSets(falling.map((pair) => pair.map(ofClaim))),
        {
          extremes: last === undefined ? [] : [extremeOf(last[1]), extremeOf(last[0])],
        },
      );
    }),
  );
};

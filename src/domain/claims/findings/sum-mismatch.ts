import { disjoint, total } from '../bounds.js';
import { comparable, countedKey, statusOf, tallyOf } from '../claim-key.js';
import type { Reading } from '../reading.js';
import { figureOf, inScope, isCounting, type Counting } from '../spoken.js';
import { groupBy } from '../standing.js';
import type { Counted } from '../../values/counted.js';
import type { Category } from '../../vocabularies/category.js';
import type { CountStatus } from '../../vocabularies/civilian-status.js';
import { fromSets, ofClaim } from './evidence.js';
import { extremeOf, found, type Found, type Rule } from './finding.js';
import { manner, seriesFigures } from './series-claims.js';
import { slotDays, type Days } from './series-slots.js';

type Dated = { readonly claim: Counting; readonly days: Days };

const sum = (key: string, whole: Counting, parts: readonly Counting[], onlyExcess: boolean): readonly Found[] => {
  const [parted, said] = [total(parts.map(figureOf)), figureOf(whole)];
  const wrong = onlyExcess ? parted.min !== null && said.max !== null && parted.min > said.max : disjoint(parted, said);
  if (!wrong) return [];
  return found('sum_mismatch', key, fromSets([[whole, ...parts].map(ofClaim)]), {
    extremes: [whole, ...parts].map(extremeOf),
  });
};

/** Ways to take people apart without counting anybody twice. A split that is not complete can only be too great. */
const BY_CATEGORY: readonly (readonly [Category, readonly Category[]])[] = [
  ['person', ['child', 'woman', 'man']],
  ['child', ['girl', 'boy']],
];
const BY_STATUS: readonly CountStatus[] = ['civilian', 'combatant', 'unknown'];

/** Parts against whole in one act, on one subject. */
function withinAct(claims: readonly Counting[]): readonly Found[] {
  const byKey = groupBy(claims, ({ row: { claim } }) => countedKey(claim.counted));
  // Where an act gives two figures for one thing there is no one sum to compare.
  const only = (counted: Counted, change: Partial<Counted>): Counting | undefined => {
    const all = byKey.get(countedKey({ ...counted, ...change })) ?? [];
    return all.length === 1 ? all[0] : undefined;
  };
  return claims.flatMap((whole): Found[] => {
    const { counted } = whole.row.claim;
    if (only(counted, {}) !== whole) return [];
    const key = `${whole.act} ${whole.key}`;
    const byCategory = BY_CATEGORY.filter(([category]) => category === counted.category).flatMap(([, categories]) => {
      const status = statusOf(counted);
      // Children and women of unstated status are no parts of the fighters among the dead.
      const unstated = status === 'any' || status === 'civilian' ? (['not_stated'] as const) : [];
      const statuses: readonly CountStatus[] = [status, ...unstated];
      return statuses.flatMap((one) => {
        const parts = categories.flatMap((category) => only(counted, { category, status: one }) ?? []);
        return parts.length < 2
          ? []
          : sum(`${key} by category, ${one}`, whole, parts, parts.length < categories.length);
      });
    });
    if (statusOf(counted) !== 'any') return byCategory;
    const parts = BY_STATUS.flatMap((status) => only(counted, { status }) ?? []);
    return [
      ...byCategory,
      ...(parts.length < 2 ? [] : sum(`${key} by status`, whole, parts, parts.length < BY_STATUS.length)),
    ];
  });
}

const withoutTally = ({ row: { claim } }: Counting) => countedKey({ ...claim.counted, tally: 'occurred' });
const isTotal = ({ row: { claim } }: Counting) => tallyOf(claim.counted) === 'running_total';
const isPart = ({ row: { claim } }: Counting) => tallyOf(claim.counted) === 'occurred';

/** A longer slot may be given with or without the day on which the next begins; a day is itself. */
const meets = ({ from, to }: Days, one: number, other: number) =>
  one === other || (to > from && Math.abs(one - other) <= 1);

/** Parts that follow one another from a day to the end of a total, if they leave nothing out. `parts` in order. */
function tiling(parts: readonly Dated[], first: number, start: number, end: number): readonly Counting[] {
  const tiles: Counting[] = [];
  let next = start;
  for (let at = first; at < parts.length; at += 1) {
    const part = parts[at];
    if (part === undefined || part.days.to > end + 1 || !meets(part.days, part.days.from, next)) break;
    tiles.push(part.claim);
    next = part.days.to + 1;
    if (meets(part.days, part.days.to, end)) return tiles;
  }
  return [];
}

/** The total that a part is added to: the one held for the day before the part begins. */
const totalBefore = ({ days }: Dated, end: number, totals: ReadonlyMap<number, Counting>): Counting | undefined =>
  totals.get(days.from - 1) ?? (days.from < end ? totals.get(days.from) : undefined);

/** One publisher's totals and parts of the same thing: within each act, and each act's new part on top of the last total. */
function alongSeries(line: string, claims: readonly Dated[], start: number): readonly Found[] {
  const totals = new Map<number, Counting>();
  return [...groupBy(claims, ({ claim }) => claim.act).values()].flatMap((act): Found[] => {
    const parts = act.filter(({ claim }) => isPart(claim)).sort((a, b) => a.days.from - b.days.from);
    const wholes = act.filter(({ claim }) => isTotal(claim)).sort((a, b) => a.days.to - b.days.to);
    const ending = new Map(
      parts.flatMap((part) =>
        (part.days.to > part.days.from ? [-1, 1, 0] : [0]).map((by) => [part.days.to + by, part]),
      ),
    );
    let first = 0;
    const wrong = wholes.flatMap((whole, index): Found[] => {
      const end = whole.days.to;
      const key = (how: string) => `${inScope(whole.claim.scope, line)} ${how}`;
      const before = wholes[index - 1];
      const from = before === undefined ? start : before.days.to + 1;
      for (
        let part = parts[first];
        part !== undefined && part.days.from < from && !meets(part.days, part.days.from, from);
        part = parts[first]
      )
        first += 1;
      const tiles = tiling(parts, first, from, end);
      const added = [...(before === undefined ? [] : [before.claim]), ...tiles];
      const within =
        tiles.length === 0 || added.length < 2 ? [] : sum(key(`within ${whole.claim.act}`), whole.claim, added, false);
      // An act that itself gives the total before is not held against what was published earlier.
      const newest = before !== undefined && tiles.length > 0 ? undefined : ending.get(end);
      const last = newest && newest.days.from > start ? totalBefore(newest, end, totals) : undefined;
      if (newest === undefined || last === undefined) return [...within];
      return [...within, ...sum(key('last total and new part'), whole.claim, [last, newest.claim], false)];
    });
    for (const { claim, days } of wholes) totals.set(days.to, claim);
    return wrong;
  });
}

function inSeries(reading: Reading): readonly Found[] {
  const daysOf = slotDays(reading);
  const dated = seriesFigures(reading).flatMap((claim): Dated[] => {
    const days = daysOf(claim.slot ?? '');
    return days === null ? [] : [{ claim, days }];
  });
  const start = dated.reduce((first, { days }) => Math.min(first, days.from), Infinity);
  return [...groupBy(dated, ({ claim }) => `${manner(claim)} ${withoutTally(claim)}`)].flatMap(([line, claims]) =>
    alongSeries(line, claims, start),
  );
}

/** Parts do not add up to the whole that the same publisher gives. */
export const sumMismatch: Rule = (reading, { standing }) => {
  const figures = (reading.subject.startsWith('series-') ? seriesFigures(reading) : standing.filter(isCounting)).filter(
    ({ row: { claim }, voice }) => voice !== 'conditional' && claim.derived !== true && comparable(claim.counted),
  );
  const accounts = groupBy(figures, (claim) => `${claim.act} ${claim.scope} ${manner(claim)}`);
  return [...[...accounts.values()].flatMap(withinAct), ...inSeries(reading)];
};

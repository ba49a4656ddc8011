import type { AsOf } from '../as-of.js';
import type { Instant } from '../envelope.js';
import type { Facts, Subject } from '../register/facts.js';
import type { Counted } from '../values/counted.js';
import { spelledOut } from './casualty-counts.js';
import { accusedBy, operatingParties } from './harm-parties.js';
import { contributionOf, entersRanges, rangesEntered } from './in-range.js';
import { Lines } from './lines.js';
import { RangeTally, type Range } from './range.js';
import { readingOf, type Reading } from './reading.js';
import { isCounting, type Counting, type Spoken } from './spoken.js';
import { actByAct } from './standing.js';

/** The ranges of one key after one act. */
export interface EvolutionStep {
  readonly act: string;
  readonly claimant: string;
  readonly party: string;
  readonly saidFrom: Instant;
  readonly saidTo: Instant;
  /** The act's own claims on this key; none, when it moved the range by what it superseded or whom it accused. */
  readonly claims: readonly string[];
  readonly partiesToTheHarm: Range | null;
  readonly everyoneElse: Range | null;
  /** Whether the act moved a range. */
  readonly moved: boolean;
}

export interface EvolutionOfKey {
  readonly key: string;
  readonly slot: string | null;
  readonly counted: Counted;
  /** In the order in which the acts were said. */
  readonly steps: readonly EvolutionStep[];
}

export interface Evolution {
  readonly subject: Subject;
  readonly counts: readonly EvolutionOfKey[];
}

interface Entered {
  readonly key: string;
  readonly claim: Counting;
  readonly scopeAssumed: boolean;
}

type Ranges = Pick<EvolutionStep, 'partiesToTheHarm' | 'everyoneElse'>;

const same = (a: Range | null, b: Range | null): boolean =>
  a === b || (a !== null && b !== null && (Object.keys(a) as (keyof Range)[]).every((part) => a[part] === b[part]));

/** Both ranges of every key, while claims come to stand and fall and parties are accused. */
class Sides {
  private readonly tallies = new Map<string, { readonly harming: RangeTally; readonly others: RangeTally }>();
  private readonly byParty = new Map<string, Set<Entered>>();
  private readonly own = new Map<string, number>();
  private readonly accusations = new Map<string, number>();

  constructor(private readonly operating: ReadonlySet<string>) {}

  /** None while all figures on the key only state a status that it does not. */
  ranges(key: string): Ranges {
    if ((this.own.get(key) ?? 0) === 0) return { partiesToTheHarm: null, everyoneElse: null };
    const tallies = this.tallies.get(key);
    return { partiesToTheHarm: tallies?.harming.range() ?? null, everyoneElse: tallies?.others.range() ?? null };
  }

  enter(entered: Entered): void {
    const { party } = entered.claim;
    const all = this.byParty.get(party) ?? new Set();
    this.byParty.set(party, all.add(entered));
    this.countOwn(entered, 1);
    this.sideOf(entered).add(contributionOf(entered.claim, entered.scopeAssumed));
  }

  leave(entered: Entered): void {
    this.byParty.get(entered.claim.party)?.delete(entered);
    this.countOwn(entered, -1);
    this.sideOf(entered).remove(contributionOf(entered.claim, entered.scopeAssumed));
  }

  /** Counts an accusation more or less; answers the keys that its party's figures are on, if that changed their side. */
  accuse(party: string, by: 1 | -1): readonly string[] {
    const before = this.isHarming(party);
    const figures = [...(this.byParty.get(party) ?? [])];
    const count = (this.accusations.get(party) ?? 0) + by;
    if (before === (this.operating.has(party) || count > 0)) {
      this.accusations.set(party, count);
      return [];
    }
    for (const one of figures) this.sideOf(one).remove(contributionOf(one.claim, one.scopeAssumed));
    this.accusations.set(party, count);
    for (const one of figures) this.sideOf(one).add(contributionOf(one.claim, one.scopeAssumed));
    return figures.map(({ key }) => key);
  }

  private countOwn({ key, scopeAssumed }: Entered, by: 1 | -1): void {
    if (!scopeAssumed) this.own.set(key, (this.own.get(key) ?? 0) + by);
  }

  private isHarming(party: string): boolean {
    return this.operating.has(party) || (this.accusations.get(party) ?? 0) > 0;
  }

  private sideOf({ key, claim }: Entered): RangeTally {
    const tallies = this.tallies.get(key) ?? { harming: new RangeTally(), others: new RangeTally() };
    this.tallies.set(key, tallies);
    return this.isHarming(claim.party) ? tallies.harming : tallies.others;
  }
}

export function evolutionIn(reading: Reading): Evolution {
  const lines = new Lines(reading.links, reading.ends);
  const sides = new Sides(operatingParties(reading));
  const standing = new Map<string, readonly Spoken[]>();
  const entries = new Map<string, readonly Entered[]>();
  const last = new Map<string, Ranges>();
  const steps = new Map<string, EvolutionStep[]>();
  const counted = new Map<string, Counting>();
  for (const claim of reading.claims) {
    if (isCounting(claim) && entersRanges(claim) && !counted.has(claim.key)) counted.set(claim.key, claim);
  }

  const stand = (claim: Spoken, moved: Set<string>) => {
    const accused = accusedBy(claim, reading);
    if (accused !== null) for (const key of sides.accuse(accused, 1)) moved.add(key);
    if (!isCounting(claim) || !entersRanges(claim)) return;
    const entered = rangesEntered(claim).flatMap((one) => (counted.has(one.key) ? [{ ...one, claim }] : []));
    entries.set(claim.ref, entered);
    for (const one of entered) {
      sides.enter(one);
      moved.add(one.key);
    }
  };
  const fall = (claim: Spoken, moved: Set<string>) => {
    const accused = accusedBy(claim, reading);
    if (accused !== null) for (const key of sides.accuse(accused, -1)) moved.add(key);
    for (const one of entries.get(claim.ref) ?? []) {
      sides.leave(one);
      moved.add(one.key);
    }
    entries.delete(claim.ref);
  };

  for (const act of actByAct(reading.claims)) {
    const moved = new Set<string>();
    for (const line of lines.say(act)) {
      const before = standing.get(line) ?? [];
      const after = lines.standingOn(line);
      standing.set(line, after);
      const kept = new Set(after);
      const known = new Set(before);
      for (const claim of before) if (!kept.has(claim)) fall(claim, moved);
      for (const claim of after) if (!known.has(claim)) stand(claim, moved);
    }
    for (const { key } of act) if (counted.has(key)) moved.add(key);
    const [first] = act;
    if (first === undefined) continue;
    for (const key of moved) {
      const ranges = sides.ranges(key);
      const earlier = last.get(key) ?? { partiesToTheHarm: null, everyoneElse: null };
      const claims = act.filter((claim) => claim.key === key).map(({ ref }) => ref);
      const changed =
        !same(earlier.partiesToTheHarm, ranges.partiesToTheHarm) || !same(earlier.everyoneElse, ranges.everyoneElse);
      if (!changed && claims.length === 0) continue;
      const { act: stream, party, row } = first;
      const step = {
        act: stream,
        claimant: row.claimant,
        party,
        saidFrom: row.saidFrom,
        saidTo: row.saidTo,
        claims,
        ...ranges,
        moved: changed,
      };
      const known = steps.get(key);
      if (known === undefined) steps.set(key, [step]);
      else known.push(step);
      last.set(key, ranges);
    }
  }
  const counts = [...counted]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, claim]) => ({
      key,
      slot: claim.slot,
      counted: spelledOut(claim.row.claim.counted),
      steps: steps.get(key) ?? [],
    }));
  return { subject: reading.subject, counts };
}

/** The range of each comparability key after each act, in the order in which acts were said. */
export const evolution = (facts: Facts, at: AsOf): Evolution => evolutionIn(readingOf(facts, at));

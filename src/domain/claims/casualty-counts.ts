import type { AsOf } from '../as-of.js';
import type { Instant, Position } from '../envelope.js';
import type { Facts, Subject } from '../register/facts.js';
import type { Counted } from '../values/counted.js';
import type { Figure } from '../values/figure.js';
import type { Certainty } from '../vocabularies/certainty.js';
import type { FigureBasis } from '../vocabularies/figure-basis.js';
import { statusOf, tallyOf } from './claim-key.js';
import { partiesToTheHarm } from './harm-parties.js';
import { contributionOf, entersRanges, rangesEntered } from './in-range.js';
import { rangeOf, type Range } from './range.js';
import { readingOf, type Reading } from './reading.js';
import { figureOf, isCounting, type Counting } from './spoken.js';
import { groupBy, standingIn, type Place, type Standing } from './standing.js';

/** One figure that somebody gave, where it stands, and why it does or does not enter a range. */
export interface SaidFigure {
  readonly claim: string;
  readonly act: string;
  readonly claimant: string;
  readonly party: string;
  /** Its party operated, or is accused. */
  readonly partyToTheHarm: boolean;
  readonly saidFrom: Instant;
  readonly saidTo: Instant;
  readonly recordedAt: Instant;
  readonly position: Position;
  readonly counted: Counted;
  readonly figure: Figure;
  readonly basis: FigureBasis | null;
  readonly certainty: Certainty;
  readonly place: Place;
  readonly inRange: boolean;
  readonly conditional: boolean;
  readonly relayed: boolean;
  readonly accordingTo: readonly string[];
  readonly compiled: boolean;
  readonly derived: boolean;
  /** About several incidents together. */
  readonly joint: boolean;
  /** The event that set it aside. */
  readonly setAside: string | null;
  /** It states a status, and is shown where none is stated. */
  readonly scopeAssumed: boolean;
  /** A neighbour on its line may have been said before as well as after it. */
  readonly orderUnknown: boolean;
}

/** The figures that compare with one another, and how far they reach. */
export interface CountsOfKey {
  readonly key: string;
  readonly slot: string | null;
  /** What is counted, with its status and tally spelled out. */
  readonly counted: Counted;
  /** By those operating or accused. Never merged with everyone else's. */
  readonly partiesToTheHarm: Range | null;
  readonly everyoneElse: Range | null;
  /** In the order in which they were said. */
  readonly figures: readonly SaidFigure[];
}

export interface CasualtyCounts {
  readonly subject: Subject;
  readonly partiesToTheHarm: readonly string[];
  readonly counts: readonly CountsOfKey[];
}

const SHOWN: ReadonlySet<Place> = new Set(['stands', 'set_beside', 'possibly_said']);

export const spelledOut = (counted: Counted): Counted => ({
  ...counted,
  status: statusOf(counted),
  tally: tallyOf(counted),
});

export function saidFigure(
  claim: Counting,
  { placeOf, orderUnknown }: Standing,
  harming: ReadonlySet<string>,
  scopeAssumed: boolean,
): SaidFigure {
  const { row, ref, act, party, relayed, joint, setAside } = claim;
  const { counted, certainty, basis = null, accordingTo = [], compiled = false, derived = false } = row.claim;
  const place = placeOf(ref);
  return {
    claim: ref,
    act,
    claimant: row.claimant,
    party,
    partyToTheHarm: harming.has(party),
    saidFrom: row.saidFrom,
    saidTo: row.saidTo,
    recordedAt: row.recordedAt,
    position: row.from,
    counted: spelledOut(counted),
    figure: figureOf(claim),
    basis,
    certainty,
    place,
    inRange: place === 'stands' && entersRanges(claim),
    conditional: certainty === 'conditional',
    relayed,
    accordingTo,
    compiled,
    derived,
    joint,
    setAside,
    scopeAssumed,
    orderUnknown: orderUnknown(ref),
  };
}

interface Entry {
  readonly key: string;
  readonly claim: Counting;
  readonly scopeAssumed: boolean;
}

const textually = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);

export function countsIn(reading: Reading, standing: Standing = standingIn(reading)): CasualtyCounts {
  const harming = partiesToTheHarm(reading, standing.standing);
  const shown = [...reading.claims, ...reading.possibly]
    .filter(isCounting)
    .filter(({ ref }) => SHOWN.has(standing.placeOf(ref)));
  const inRange = (claim: Counting) => standing.placeOf(claim.ref) === 'stands' && entersRanges(claim);
  const ownKeys = new Set(shown.filter(inRange).map(({ key }) => key));
  const entries = shown.flatMap((claim): Entry[] =>
    inRange(claim)
      ? rangesEntered(claim).flatMap((entered) => (ownKeys.has(entered.key) ? [{ ...entered, claim }] : []))
      : [{ key: claim.key, claim, scopeAssumed: false }],
  );
  const counts = [...groupBy(entries, ({ key }) => key)].sort(textually).map(([key, all]): CountsOfKey => {
    const counting = all.filter(({ claim }) => inRange(claim));
    const side = (of: (party: string) => boolean) =>
      rangeOf(
        counting
          .filter(({ claim }) => of(claim.party))
          .map(({ claim, scopeAssumed }) => contributionOf(claim, scopeAssumed)),
      );
    const own = all.find(({ scopeAssumed }) => !scopeAssumed) as Entry;
    return {
      key,
      slot: own.claim.slot,
      counted: spelledOut(own.claim.row.claim.counted),
      partiesToTheHarm: side((party) => harming.has(party)),
      everyoneElse: side((party) => !harming.has(party)),
      figures: all.map(({ claim, scopeAssumed }) => saidFigure(claim, standing, harming, scopeAssumed)),
    };
  });
  return { subject: reading.subject, partiesToTheHarm: [...harming].sort(), counts };
}

/** Per comparability key: what each claimant's figure is, and the ranges of the parties to the harm and of everyone else. */
export const casualtyCounts = (facts: Facts, at: AsOf): CasualtyCounts => countsIn(readingOf(facts, at));

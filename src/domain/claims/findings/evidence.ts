import { instant, type Instant, type Position } from '../../envelope.js';
import type { Link } from '../links.js';
import type { Spoken } from '../spoken.js';

/** Something a finding rests on: claims, and when it came in on each clock. */
export interface Evidence {
  readonly refs: readonly string[];
  /** Null for what nobody said: our own merges. */
  readonly claimed: Instant | null;
  readonly position: Position;
  readonly recordedAt: Instant;
}

/** When a contradiction could first be seen. */
export interface Since {
  /** On the claimed clock. */
  readonly claimed: Instant | null;
  /** On the recorded clock, as an instant and as a position of the log. */
  readonly recorded: Instant;
  readonly position: Position;
}

export const ofClaim = ({ ref, row }: Spoken): Evidence => ({
  refs: [ref],
  claimed: row.saidTo,
  position: row.from,
  recordedAt: row.recordedAt,
});

const said = ({ claimed }: Evidence): number => (claimed === null ? -Infinity : instant(claimed));
const bySaid = (a: Evidence, b: Evidence): number => said(a) - said(b) || 0;
const byPosition = (a: Evidence, b: Evidence): number =>
  a.position < b.position ? -1 : a.position > b.position ? 1 : 0;

const youngest = (set: readonly Evidence[], by: (a: Evidence, b: Evidence) => number): Evidence | undefined =>
  set.reduce<Evidence | undefined>((last, one) => (last === undefined || by(last, one) < 0 ? one : last), undefined);

/** Evidence of a link between claims: it is there once the link and both ends are. */
export const ofLink = (link: Link, ends: readonly Spoken[]): Evidence => {
  const parts = [
    ...ends.map(ofClaim),
    { refs: [], claimed: null, position: link.position, recordedAt: link.recordedAt },
  ];
  const recorded = youngest(parts, byPosition);
  return {
    refs: ends.map(({ ref }) => ref),
    claimed: youngest(parts, bySaid)?.claimed ?? null,
    position: recorded?.position ?? link.position,
    recordedAt: recorded?.recordedAt ?? link.recordedAt,
  };
};

export interface Established {
  readonly members: readonly string[];
  readonly since: Since;
}

const membersOf = (evidence: Iterable<Evidence>): readonly string[] => [
  ...new Set([...evidence].flatMap(({ refs }) => refs)),
];

const sinceOf = (claimed: Evidence, recorded: Evidence): Since => ({
  claimed: claimed.claimed,
  recorded: recorded.recordedAt,
  position: recorded.position,
});

/** The shortest run of evidence, in an order, that suffices; answers its last piece. */
function sufficing<E extends Evidence>(
  items: readonly E[],
  by: (a: E, b: E) => number,
  involved: (items: readonly E[]) => readonly E[],
): E {
  const sorted = [...items].sort(by);
  let [low, high] = [1, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (involved(sorted.slice(0, middle)).length > 0) high = middle;
    else low = middle + 1;
  }
  return sorted[low - 1] as E;
}

/**
 * Establishes a finding from the pieces that are part of a sufficient set: `involved` picks them out of any selection, and more
 * pieces never make fewer of them.
 */
export function fromInvolved<E extends Evidence>(
  items: readonly E[],
  involved: (items: readonly E[]) => readonly E[],
): Established | null {
  const all = involved(items);
  if (all.length === 0) return null;
  return {
    members: membersOf(all),
    since: sinceOf(sufficing(all, bySaid, involved), sufficing(all, byPosition, involved)),
  };
}

/** Establishes a finding from its sufficient sets, where there are few. */
export function fromSets(sets: readonly (readonly Evidence[])[]): Established | null {
  const earliest = (by: (a: Evidence, b: Evidence) => number) =>
    sets
      .map((set) => youngest(set, by))
      .filter((one) => one !== undefined)
      .reduce<Evidence | undefined>(
        (first, one) => (first === undefined || by(one, first) < 0 ? one : first),
        undefined,
      );
  const [claimed, recorded] = [earliest(bySaid), earliest(byPosition)];
  return claimed === undefined || recorded === undefined
    ? null
    : { members: membersOf(sets.flat()), since: sinceOf(claimed, recorded) };
}

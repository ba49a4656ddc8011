import { figureOf, isCounting, type Spoken } from './spoken.js';

/** Claims that stand or fall together: one act's on one line, and what supplements them. */
interface Group {
  readonly claims: readonly Spoken[];
  readonly rank: number;
  /** Closed above, or no count at all: it takes the place of everything before it. */
  readonly bounded: boolean;
  readonly floor: number;
}

const floorOf = (claim: Spoken): number => (isCounting(claim) ? (figureOf(claim).min ?? -Infinity) : -Infinity);

/** "At least six", "some", "about forty": nothing says how many at most. */
export const isOpenEnded = (claim: Spoken): boolean => isCounting(claim) && figureOf(claim).max === null;

function groupOf(claims: readonly Spoken[], rank: number): Group {
  const bounded = claims.filter((claim) => !isOpenEnded(claim));
  const floors = (bounded.length > 0 ? bounded : claims).map(floorOf);
  return { claims, rank, bounded: bounded.length > 0, floor: Math.max(...floors) };
}

/** What stands on one line while acts come in, in their order (design §5, rule 4). Every step costs the same, amortised. */
export class LineState {
  private base: Group | null = null;
  /** Open-ended groups after the base, each with a lower floor than the one before: the others can never stand again. */
  private open: Group[] = [];
  private first = 0;
  private cutAt = -1;

  /** Adds the claims of an act that is later than all before. */
  append(claims: readonly Spoken[], rank: number): void {
    const group = groupOf(claims, rank);
    if (group.bounded) {
      this.base = group;
      this.open = [];
      this.first = 0;
      return;
    }
    while (this.open.length > this.first && (this.open.at(-1)?.floor ?? Infinity) <= group.floor) this.open.pop();
    this.open.push(group);
  }

  /** Adds a claim to those it supplements, where they may still stand. */
  supplement(claim: Spoken, supplemented: string): boolean {
    const joined = (group: Group) => groupOf([...group.claims, claim], group.rank);
    const holds = (group: Group | null | undefined) => group?.claims.some(({ ref }) => ref === supplemented) === true;
    if (this.base !== null && holds(this.base)) {
      this.base = joined(this.base);
      return true;
    }
    const at = this.open.findIndex((group, index) => index >= this.first && holds(group));
    const group = this.open[at];
    if (group === undefined) return false;
    const later = this.open.slice(at + 1);
    this.open.length = at;
    this.add([joined(group), ...later]);
    return true;
  }

  /** A claim at this place was explicitly superseded: nothing up to it stands any more, but what supersedes it. */
  cut(rank: number, superseding: readonly Spoken[]): void {
    if (rank < this.cutAt) return;
    this.cutAt = rank;
    const left: Group[] = superseding.map((claim) => groupOf([claim], claim.rank));
    // What supplements a claim from before the cut may itself lie behind it.
    const keepLater = ({ claims }: Group) => {
      const later = claims.filter((claim) => claim.rank > rank);
      if (later.length > 0) left.push(groupOf(later, Math.min(...later.map((claim) => claim.rank))));
    };
    if (this.base !== null && this.base.rank <= rank) {
      keepLater(this.base);
      this.base = null;
    }
    for (let group = this.open[this.first]; group !== undefined && group.rank <= rank; group = this.open[this.first]) {
      keepLater(group);
      this.first += 1;
    }
    if (left.length > 0) this.restart([...left, ...this.groups()]);
  }

  /** Takes out a claim that was explicitly superseded although it lies before the last cut. */
  drop(ref: string): void {
    const isIt = (claim: Spoken) => claim.ref === ref;
    if (!this.groups().some(({ claims }) => claims.some(isIt))) return;
    this.restart(
      this.groups().flatMap((group) => {
        const rest = group.claims.filter((claim) => !isIt(claim));
        return rest.length === 0 ? [] : groupOf(rest, group.rank);
      }),
    );
  }

  standing(): readonly Spoken[] {
    const highest = this.open[this.first];
    if (this.base !== null && (highest === undefined || highest.floor <= this.base.floor)) return this.base.claims;
    return highest?.claims ?? [];
  }

  /** The place after which open-ended figures that do not stand are set beside what does. */
  get settledAt(): number {
    return Math.max(this.cutAt, this.base?.rank ?? -1);
  }

  private groups(): readonly Group[] {
    return [...(this.base === null ? [] : [this.base]), ...this.open.slice(this.first)];
  }

  private restart(groups: readonly Group[]): void {
    this.base = null;
    this.open = [];
    this.first = 0;
    this.add(groups);
  }

  private add(groups: readonly Group[]): void {
    for (const { claims, rank } of [...groups].sort((a, b) => a.rank - b.rank)) this.append(claims, rank);
  }
}

/** Who speaks: a party, and the coalitions that it was a member of when it spoke. */
export interface Speaker {
  readonly party: string;
  readonly coalitions: readonly string[];
}

interface Offer<T> {
  readonly value: number;
  readonly by: Speaker;
  readonly item: T;
}

/** Whether one's word counts beside the other's: a party is not set against itself, nor a coalition against its member. */
const independent = (a: Speaker, b: Speaker): boolean =>
  a.party !== b.party && !a.coalitions.includes(b.party) && !b.coalitions.includes(a.party);

const nameOf = ({ party, coalitions }: Speaker): string =>
  coalitions.length === 0 ? party : [party, ...[...coalitions].sort()].join(' ');

/** The greatest value that each speaker offered. */
export class BestByParty<T> {
  private readonly bySpeaker = new Map<string, Offer<T>>();
  private readonly against = new Map<string, Offer<T> | null>();
  private sorted: readonly Offer<T>[] | null = null;

  offer(value: number, by: Speaker, item: T): void {
    const name = nameOf(by);
    const known = this.bySpeaker.get(name);
    if (known !== undefined && known.value >= value) return;
    // Of equal values, the one offered first goes first.
    this.bySpeaker.delete(name);
    this.bySpeaker.set(name, { value, by, item });
    this.sorted = null;
    this.against.clear();
  }

  /** The greatest of every speaker, the greatest of all first. */
  get all(): readonly Offer<T>[] {
    return (this.sorted ??= [...this.bySpeaker.values()].sort((a, b) => b.value - a.value));
  }

  /** The greatest by anybody independent of this speaker. */
  besides(speaker: Speaker): Offer<T> | null {
    const name = nameOf(speaker);
    const known = this.against.get(name);
    if (known !== undefined) return known;
    const best = this.all.find(({ by }) => independent(by, speaker)) ?? null;
    this.against.set(name, best);
    return best;
  }
}

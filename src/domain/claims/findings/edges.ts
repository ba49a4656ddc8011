import { figureOf, type Counting } from '../spoken.js';
import { BestByParty, type Speaker } from './best-by-party.js';
import type { Evidence } from './evidence.js';

/** A figure among those it is compared with. */
export interface Figured extends Evidence {
  readonly claim: Counting;
  readonly scopeAssumed: boolean;
  readonly key: string;
}

/** The least maximum and the greatest minimum among some figures, by who says so. */
export class Edges {
  private readonly greatestMin = new BestByParty<Figured>();
  private readonly leastMax = new BestByParty<Figured>();

  constructor(
    figures: readonly Figured[],
    private readonly who: (claim: Counting) => Speaker = (claim) => claim,
  ) {
    for (const figured of figures) {
      const { min, max } = figureOf(figured.claim);
      if (min !== null) this.greatestMin.offer(min, who(figured.claim), figured);
      if (max !== null) this.leastMax.offer(-max, who(figured.claim), figured);
    }
  }

  /** Whether the figure of somebody independent lies wholly above or below. */
  contradict({ claim }: Figured): boolean {
    const { min, max } = figureOf(claim);
    const [above, below] = [this.greatestMin.besides(this.who(claim)), this.leastMax.besides(this.who(claim))];
    return (
      (max !== null && above !== null && above.value > max) || (min !== null && below !== null && min > -below.value)
    );
  }

  /** The widest gap between a figure of these and one of the others, the lower one first. */
  static widest(these: Edges, others: Edges): readonly Figured[] {
    let gap = 0;
    let widest: readonly Figured[] = [];
    for (const [above, below] of [
      [these.greatestMin, others.leastMax],
      [others.greatestMin, these.leastMax],
    ] as const) {
      for (const high of above.all) {
        const low = below.besides(high.by);
        if (low === null || high.value + low.value <= gap) continue;
        gap = high.value + low.value;
        widest = [low.item, high.item];
      }
    }
    return widest;
  }
}

import type { Pool } from 'pg';

/** What was promised to writers and what was told to readers, to be held against what is in the log in the end. */
export class Ledger {
  readonly acknowledged: string[] = [];
  readonly rolledBack: string[] = [];
  readonly told: string[][] = [];
  naive: readonly string[] = [];
  /** Errors no writer or reader should ever see. */
  readonly unexpected: string[] = [];
  unknownOutcomes = 0;

  async balance(pool: Pool): Promise<Balance> {
    const { rows } = await pool.query<{ event_id: string; stream: string; revision: number }>(
      'select event_id, stream, revision from events order by position',
    );
    const truth = rows.map((row) => row.event_id);
    const there = new Set(truth);
    const next = new Map<string, number>();
    const outOfTurn = rows.filter(({ stream, revision }) => {
      const expected = next.get(stream) ?? 0;
      next.set(stream, revision + 1);
      return revision !== expected;
    });
    const missingIn = (seen: readonly string[]) => {
      const set = new Set(seen);
      return truth.filter((id) => !set.has(id)).length;
    };
    const told = this.told.map((seen) => ({
      lost: missingIn(seen),
      twice: seen.length - new Set(seen).size,
      neverHappened: seen.filter((id) => !there.has(id)).length,
      inOrder: seen.length === truth.length && seen.every((id, index) => id === truth[index]),
    }));
    return {
      events: truth.length,
      acknowledgedLost: this.acknowledged.filter((id) => !there.has(id)).length,
      rolledBackThere: this.rolledBack.filter((id) => there.has(id)).length,
      outOfTurn: outOfTurn.length,
      told,
      naiveLost: missingIn(this.naive),
      unexpected: this.unexpected,
    };
  }
}

export interface Balance {
  readonly events: number;
  readonly acknowledgedLost: number;
  readonly rolledBackThere: number;
  /** Events whose revision does not follow the one before it in their stream. */
  readonly outOfTurn: number;
  /** For each of our subscriptions, what it told against what is there. */
  readonly told: readonly {
    readonly lost: number;
    readonly twice: number;
    readonly neverHappened: number;
    readonly inOrder: boolean;
  }[];
  readonly naiveLost: number;
  readonly unexpected: readonly string[];
}

/** Whether nothing was lost, doubled, reordered or invented by anybody but the naive reader. */
export const isSound = ({ acknowledgedLost, rolledBackThere, outOfTurn, told, unexpected }: Balance): boolean =>
  acknowledgedLost + rolledBackThere + outOfTurn + unexpected.length === 0 &&
  told.every(({ lost, twice, neverHappened, inOrder }) => lost + twice + neverHappened === 0 && inOrder);

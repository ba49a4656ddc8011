import type { Position } from '../event-store.js';

/** How far the log is known to have come, so that an append that ends there or before was made earlier. */
export class KnownEnd {
  private position: Position = '';
  private asOf = -Infinity;
  private doubtedAt = -Infinity;
  private looking: { readonly began: number; readonly done: Promise<void> } | null = null;

  constructor(
    private readonly look: () => Promise<Position | null>,
    private readonly freshMs: number,
  ) {}

  /** Everything that was settled until a moment ago lies at this position or before it. */
  async recent(): Promise<Position> {
    const now = performance.now();
    if (!this.isFresh(this.asOf, now)) {
      if (this.looking === null || !this.isFresh(this.looking.began, now)) {
        this.looking = { began: now, done: this.lookedOn(now) };
      }
      await this.looking.done;
    }
    return this.position;
  }

  /** An event lies there. What others wrote meanwhile may lie beyond, so that this makes nothing fresher. */
  reached(position: Position): void {
    if (position > this.position) this.position = position;
  }

  /** Something may have been written, nobody knows where: what was learnt before this counts no more. */
  doubt(): void {
    this.doubtedAt = performance.now();
  }

  private isFresh(asOf: number, now: number): boolean {
    return now - asOf <= this.freshMs && asOf > this.doubtedAt;
  }

  private async lookedOn(began: number): Promise<void> {
    try {
      this.reached((await this.look()) ?? '');
      if (began > this.asOf) this.asOf = began;
    } catch (error) {
      this.looking = null;
      throw error;
    }
  }
}

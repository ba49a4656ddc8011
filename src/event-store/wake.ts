/** What one can be woken by. */
export type Waking = Pick<Wake, 'calls' | 'since'>;

/** Tells waiting readers that there may be more to read. */
export class Wake {
  private count = 0;
  private readonly waiting = new Set<() => void>();

  /** How often anybody was woken so far: take it before looking, and no wake-up between looking and waiting is missed. */
  get calls(): number {
    return this.count;
  }

  call(): void {
    this.count += 1;
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const wake of woken) wake();
  }

  /** Until somebody has called since `seen`, the signal aborts, or `timeoutMs` have passed. */
  async since(seen: number, signal: AbortSignal, timeoutMs = Infinity): Promise<void> {
    if (this.count !== seen || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = Number.isFinite(timeoutMs) ? setTimeout(() => done(), timeoutMs) : undefined;
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        this.waiting.delete(done);
        resolve();
      };
      signal.addEventListener('abort', done, { once: true });
      this.waiting.add(done);
    });
  }
}

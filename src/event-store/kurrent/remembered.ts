/**
 * What was learnt of a server, which is begun afresh with every connection: a server that was away may come back with a
 * shorter log. Whoever takes longer over something keeps to what it began with, so that a late answer teaches nobody else.
 */
export class Remembered<T> {
  private held: { readonly era: number; readonly value: T } | null = null;

  constructor(
    private readonly server: { readonly era: number },
    private readonly afresh: () => T,
  ) {}

  get current(): T {
    const { era } = this.server;
    if (this.held?.era !== era) this.held = { era, value: this.afresh() };
    return this.held.value;
  }
}

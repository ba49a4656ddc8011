/** Runs work on the same thing one after another, in the order it was asked for; work on other things does not wait. */
export class InTurn {
  private readonly queues = new Map<string, Promise<unknown>>();

  async on<T>(thing: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(thing) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.queues.set(thing, mine);
    try {
      return await mine;
    } finally {
      if (this.queues.get(thing) === mine) this.queues.delete(thing);
    }
  }
}

/** Numbers in order, each as often as it was added. */
export class SortedNumbers {
  private readonly sorted: number[] = [];

  add(value: number): void {
    this.sorted.splice(this.placeOf(value), 0, value);
  }

  remove(value: number): void {
    const at = this.placeOf(value);
    if (this.sorted[at] === value) this.sorted.splice(at, 1);
  }

  get least(): number | null {
    return this.sorted[0] ?? null;
  }

  get greatest(): number | null {
    return this.sorted.at(-1) ?? null;
  }

  /** Index of the first that is not less. */
  private placeOf(value: number): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? Infinity) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

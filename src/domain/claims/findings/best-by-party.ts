interface Offer<T> {
  readonly value: number;
  readonly party: string;
  readonly item: T;
}

/** The greatest value offered, and the greatest by anybody else. */
export class BestByParty<T> {
  private first: Offer<T> | null = null;
  private second: Offer<T> | null = null;

  offer(value: number, party: string, item: T): void {
    const offer = { value, party, item };
    if (this.first === null || value > this.first.value) {
      if (this.first !== null && this.first.party !== party) this.second = this.first;
      this.first = offer;
    } else if (party !== this.first.party && (this.second === null || value > this.second.value)) this.second = offer;
  }

  get best(): Offer<T> | null {
    return this.first;
  }

  /** The greatest by a party other than this one. */
  besideThat(party: string): Offer<T> | null {
    return this.first?.party === party ? this.second : this.first;
  }
}

/** A bar of design §11: the least a figure must come to, per second or as a ratio to the raw loop. */
export interface Bar {
  readonly least: number;
  readonly of: 'rate' | 'ratio';
}

/** What one work came to. */
export interface Figure {
  readonly work: string;
  readonly unit: string;
  readonly rate: number;
  /** The raw loop on the same database in the same run. */
  readonly raw?: number;
  readonly ratio?: number;
  readonly bars: readonly Bar[];
  /** Load average over the last minute, when this had been measured. */
  readonly load: number;
  /** Further measurements, as a reader may want them. */
  readonly beside?: string;
}

export const isMet = (figure: Figure, { least, of }: Bar): boolean => (figure[of] ?? 0) >= least;

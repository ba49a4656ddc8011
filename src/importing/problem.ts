import type { Location } from './row.js';

/** Something in a case file that cannot be taken as it is: where it stands (lines and columns count from 1) and why. */
export interface Problem extends Location {
  readonly message: string;
  /** What the row that it spoils would have recorded, where it spoils one row only. */
  readonly row?: string;
}

/** A pass in which nothing is appended: what commands decide is kept in memory, over the log, for the commands after them. */
export abstract class Rehearsal {
  abstract readonly appended: number;
}

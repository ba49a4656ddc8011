/** What was asked about is now part of something else, which answers in its place: the id in the path, and the one to ask. */
export class MovedTo extends Error {
  constructor(
    readonly from: string,
    readonly to: string,
  ) {
    super(`${from} is now part of ${to}.`);
  }
}

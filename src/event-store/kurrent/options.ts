export interface KurrentEventStoreOptions {
  /** The categories of our streams. All others in the same server are somebody else's, and are neither read nor written. */
  readonly categories: readonly string[];
  /** Put before the name of each of our streams, so that several registers can live in one server. Nothing by default. */
  readonly prefix?: string;
  /** How often subscriptions look by themselves, in case the bell did not ring. */
  readonly pollMs?: number;
  /** How long the server may stay silent about an event that is in the log before its subscription is replaced. */
  readonly stallMs?: number;
  /** How long an append, or one page of a stream, may take. */
  readonly answerMs?: number;
  /** How long the server may look for our next event before we pass over the events of others ourselves. */
  readonly searchMs?: number;
  /** How many event ids are kept in memory, to recognise a repeated append without reading its stream again. */
  readonly knownIds?: number;
  /** How old knowledge of the log's end may be that tells a new stream's first append from its repetition. */
  readonly endMs?: number;
}

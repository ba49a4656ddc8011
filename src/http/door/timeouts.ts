const SECOND = 1_000;

/** Who sends slowly, or nothing, does not keep a place at the door. */
export const timeoutsOf = (requestSeconds: number) => ({
  /** A connection on which nothing moves. */
  connectionTimeout: Math.max(60 * SECOND, 2 * requestSeconds * SECOND),
  /** The whole request has come. */
  requestTimeout: requestSeconds * SECOND,
  http: {
    headersTimeout: Math.min(10, requestSeconds) * SECOND,
    connectionsCheckingInterval: SECOND,
    maxHeaderSize: 16 * 1024,
    /** Node would answer nothing but a status; we say what is missing. */
    requireHostHeader: false,
  },
});

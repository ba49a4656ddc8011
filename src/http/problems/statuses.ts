/** A refusal the record itself makes: well-formed, understood, and not to be done. */
export const REFUSED = 422;

/** The status of every code that is not a plain refusal. The only place that knows both. */
const STATUS_BY_CODE: ReadonlyMap<string, number> = new Map([
  ['malformed-json', 400],
  ['malformed-request', 400],
  ['invalid-query', 400],
  ['invalid-cursor', 400],
  ['invalid-header', 400],
  ['malformed-position', 400],
  ['key-missing', 401],
  ['key-refused', 401],
  ['role-too-low', 403],
  ['not-found', 404],
  ['unknown-incident', 404],
  ['unknown-series', 404],
  ['unknown-actor', 404],
  ['unknown-source', 404],
  ['unknown-operation', 404],
  ['unknown-statement', 404],
  ['unknown-report', 404],
  ['unknown-identifier', 404],
  ['unknown-vocabulary', 404],
  ['withdrawn', 410],
  ['method-not-allowed', 405],
  ['in-flight', 409],
  ['already-exists', 409],
  ['stale-revision', 412],
  ['too-slow', 408],
  ['too-large', 413],
  ['unsupported-media-type', 415],
  ['expectation-failed', 417],
  ['if-match-required', 428],
  ['too-many-requests', 429],
  ['headers-too-large', 431],
  ['contended', 503],
  ['not-caught-up', 503],
  ['projection-stopped', 503],
  ['not-ready', 503],
  ['unavailable', 503],
  ['history-incomplete', 503],
  ['internal', 500],
]);

export const statusOf = (code: string): number => STATUS_BY_CODE.get(code) ?? REFUSED;

/** Seconds after which asking again makes sense, where it does. */
export const RETRY_AFTER: ReadonlyMap<string, number> = new Map([
  ['in-flight', 1],
  ['contended', 1],
  ['not-caught-up', 1],
  ['unavailable', 5],
]);

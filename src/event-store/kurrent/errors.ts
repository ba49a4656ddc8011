/** Part of a stream's history is gone from the server: deleted, truncated or limited by `$maxCount` or `$maxAge`. */
export class HistoryIncomplete extends Error {
  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly found: number | null,
  ) {
    super(
      `Stream ${stream} is incomplete in KurrentDB: revision ${expected} was expected and ` +
        `${found === null ? 'the stream has been deleted' : `revision ${found} came`}. The register deletes nothing; ` +
        'look for a deleted or truncated stream, $maxCount, $maxAge or $tb in its metadata, and restore it from a back-up.',
    );
  }
}

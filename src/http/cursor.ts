import { createHash } from 'node:crypto';
import { InvalidCursor } from './problems/request-errors.js';

/** The sort keys of the last row of a page: where the next page goes on. */
export type CursorKeys = readonly (string | number | null)[];

const CHECK_BYTES = 9;

/**
 * An opaque cursor. `list` names the list with everything that shapes it (route, filters, as-of), so that a cursor is of no
 * use in any other. Its check tells damage and mixing-up; it guards no secret, since the keys are of rows the asker has seen.
 */
export function cursorOf(list: string, keys: CursorKeys): string {
  const json = JSON.stringify(keys);
  return Buffer.concat([checkOf(list, json), Buffer.from(json)]).toString('base64url');
}

/** The keys in a cursor of this list, or {@link InvalidCursor}. */
export function keysIn(list: string, cursor: string, count: number): CursorKeys {
  const bytes = Buffer.from(cursor, 'base64url');
  const json = bytes.subarray(CHECK_BYTES).toString();
  const genuine = bytes.toString('base64url') === cursor && checkOf(list, json).equals(bytes.subarray(0, CHECK_BYTES));
  const keys = genuine ? (JSON.parse(json) as CursorKeys) : null;
  if (keys?.length !== count) throw new InvalidCursor();
  return keys;
}

/** The `Link` header to the next page: this same address with another cursor. */
export function nextLink(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `<${path}?${parameters.toString()}>; rel="next"`;
}

function checkOf(list: string, json: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([list, json]))
    .digest()
    .subarray(0, CHECK_BYTES);
}

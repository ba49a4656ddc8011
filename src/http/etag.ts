import { createHash } from 'node:crypto';
import type { Role } from '../access/principal.js';
import type { Position } from '../domain/envelope.js';

/** What an answer depends on: how far the model was, what was asked, and how much the asker may see. */
export interface Answered {
  readonly position: Position | null;
  /** Path and query, as asked. */
  readonly url: string;
  readonly role: Role;
}

export function weakEtag({ position, url, role }: Answered): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([position, url, role]))
    .digest('base64url');
  return `W/"${hash.slice(0, 22)}"`;
}

/** Whether the asker has this answer already (`If-None-Match`). */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const strong = etag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === strong);
}

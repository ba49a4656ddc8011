import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PassageText } from '../domain/values/passage.js';

const SALT_BYTES = 16;

export const newSalt = (): Buffer => randomBytes(SALT_BYTES);

/** `sha256:` of the salt and the canonical JSON of the passage. Without the salt it cannot be guessed from known words. */
export function hashOf(text: PassageText, salt: Buffer): string {
  const json = canonicalize(text);
  if (json === undefined) throw new TypeError('A passage is a JSON object.');
  return `sha256:${createHash('sha256').update(salt).update(json).digest('hex')}`;
}

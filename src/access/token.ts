import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN = /^sijil_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** An API key as its owner holds it. Only its hash is kept. */
export interface Token {
  readonly text: string;
  /** Names the key in lists, and finds it. */
  readonly prefix: string;
  readonly hash: Buffer;
}

export function newToken(): Token {
  const prefix = randomBytes(6).toString('hex');
  const text = `sijil_${prefix}_${randomBytes(32).toString('base64url')}`;
  return { text, prefix, hash: hashOf(text) };
}

/** The token in a text, or null where there is none. */
export function readToken(text: string): Token | null {
  const [, prefix] = TOKEN.exec(text) ?? [];
  return prefix === undefined ? null : { text, prefix, hash: hashOf(text) };
}

/** The prefix of what has the form of a key, genuine or not. */
export const prefixOf = (text: string): string | null => TOKEN.exec(text)?.[1] ?? null;

export const sameHash = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

// Plain SHA-256 is enough: 256 random bits cannot be guessed, however fast one may try.
function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

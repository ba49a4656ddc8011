import { createHash } from 'node:crypto';

/** `sha256:` and the hash of these parts; a part never runs into the next. */
export const digest = (...parts: readonly string[]): string =>
  `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;

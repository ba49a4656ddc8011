import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const KEY_BYTES = 32;

/** The same words, however they are spaced and composed, with or without translations. */
export const bareWords = (value: string): string => value.normalize('NFC').replace(/\s+/g, ' ').trim();

/**
 * What erased words leave behind: a digest under a key of its own. By it they are told when they are sent again; no words can be
 * made of it, and no two traces of the same words are alike.
 */
export function traceOf(value: string): string {
  const key = randomBytes(KEY_BYTES);
  return `${key.toString('hex')}:${digest(value, key).toString('hex')}`;
}

/** Whether these are the words that left the trace. */
export function left(trace: string, value: string): boolean {
  const [key = '', kept = ''] = trace.split(':');
  const [given, was] = [digest(value, Buffer.from(key, 'hex')), Buffer.from(kept, 'hex')];
  return given.length === was.length && timingSafeEqual(given, was);
}

const digest = (value: string, key: Buffer): Buffer => createHmac('sha256', key).update(bareWords(value)).digest();

import type { PassageText } from '../domain/values/passage.js';
import { hashOf } from './hash.js';
import { left } from './trace.js';

/** By what a vault tells words again: kept ones by their salted hash, erased ones by what they left (null where nothing was). */
export type Remembered = { readonly salt: Buffer; readonly hash: string } | { readonly trace: string | null };

/** Whether these are the words, as they were kept; of erased words, whatever is said of them in other languages. */
export const areTheWords = (text: PassageText, was: Remembered): boolean =>
  'salt' in was ? hashOf(text, was.salt) === was.hash : was.trace !== null && left(was.trace, text.value);

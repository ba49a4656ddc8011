import { LARGEST_MIB, TOO_LARGE } from './too-much.js';

/** What the bytes of a file say, or why they say nothing and in which line. */
export type TextOf = { readonly text: string } | { readonly line: number; readonly message: string };

/** The bytes that are read of a file: one more than there may be tells that there are too many. */
export const MOST_BYTES = LARGEST_MIB * 1024 * 1024 + 1;

const NEWLINE = 0x0a;

/** Reads bytes as UTF-8, with or without a byte order mark. */
export function textOf(bytes: Uint8Array): TextOf {
  if (bytes.length >= MOST_BYTES) return { line: 1, message: TOO_LARGE };
  if (isUtf16(bytes)) return { line: 1, message: 'The file is UTF-16: save it as UTF-8.' };
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes) };
  return { line: firstBadLine(bytes), message: 'The file is not UTF-8 text from this line on: save it as UTF-8.' };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
}

/** A byte order mark of UTF-16, or every second byte of the beginning zero, as Latin letters have it there. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0 && third === 0) || (second === 0 && fourth === 0);
}

/** Lines end with a byte that is part of no other character, so each can be judged by itself. */
function firstBadLine(bytes: Uint8Array): number {
  for (let line = 1, from = 0; ; line += 1) {
    const end = bytes.indexOf(NEWLINE, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}

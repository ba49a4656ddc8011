const NAME_BYTES = 255;

/** Whether every adapter can keep this name of a stream or an event type. */
export function isStorableName(name: string): boolean {
  return name.length > 0 && Buffer.byteLength(name) <= NAME_BYTES && name.isWellFormed() && !name.includes('\0');
}

/**
 * Whether JSON text written by `JSON.stringify` holds U+0000 or half a surrogate pair anywhere. Both are always written
 * as escapes, so that an escape behind an even number of backslashes is one, and a spelt-out `\\u0000` is not.
 */
export function hasUnstorableText(json: string): boolean {
  return json.includes('\\u') && /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(json);
}

import { fieldsOf, type DataClass } from './field.js';
import { isObject } from './malformed.js';
import { step, type Problem } from './problem.js';

/** The largest act: 400 KiB as JSON in UTF-8. */
export const MAX_ACT_BYTES = 400 * 1024;

/** Data that is too large. A correction carries two whole acts: each is measured by itself. */
export function oversizedIn(cls: DataClass, data: object, limit: number): readonly Problem[] {
  const acts = fieldsOf(cls)
    .filter(({ shape }) => shape.kind === 'event-data')
    .map(({ name }) => name);
  const rest = Object.fromEntries(Object.entries(data).filter(([name]) => !acts.includes(name)));
  const carried = isObject(data) ? acts.map((name) => [step(name), data[name]] as const) : [];
  return [['', rest] as const, ...carried].flatMap(([pointer, part]) => tooLarge(pointer, part, limit));
}

function tooLarge(pointer: string, part: unknown, limit: number): readonly Problem[] {
  const bytes = Buffer.byteLength(JSON.stringify(part) ?? '');
  return bytes <= limit ? [] : [{ pointer, message: `is ${bytes} bytes of JSON; the limit is ${limit}` }];
}

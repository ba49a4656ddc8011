import { step, type Problem } from './problem.js';
import { isStorableText } from './text.js';

const DEEPEST = 32;
const ENOUGH = 100;

/**
 * What in data from outside could not be kept, or not even be looked at safely: too deep, not JSON, text that cannot be
 * stored, and names that every object has from birth (`__proto__`, `constructor` …).
 */
export function untrustedIn(data: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  look(data, '', 0);
  return problems;

  function look(value: unknown, pointer: string, depth: number): void {
    if (problems.length >= ENOUGH) return;
    if (typeof value === 'string') return lookAtText(value, pointer);
    if (value === undefined || value === null || typeof value === 'boolean') return;
    if (typeof value === 'number')
      return Number.isFinite(value) ? undefined : refuse(pointer, 'must be a finite number');
    if (typeof value !== 'object' || !isPlain(value)) return refuse(pointer, 'must be JSON');
    if (depth === DEEPEST) return refuse(pointer, `lies deeper than ${DEEPEST} levels`);
    if (Array.isArray(value)) return value.forEach((member, index) => look(member, pointer + step(index), depth + 1));
    for (const [name, member] of Object.entries(value)) {
      const inside = pointer + step(name);
      if (name in Object.prototype) refuse(inside, `${name} is not a field here`);
      else if (!isStorableText(name)) refuse(pointer, 'has a field whose name cannot be stored');
      else look(member, inside, depth + 1);
    }
  }

  function lookAtText(text: string, pointer: string): void {
    if (!isStorableText(text)) refuse(pointer, 'may not contain U+0000 or half of a surrogate pair');
  }

  function refuse(pointer: string, message: string): void {
    problems.push({ pointer, message });
  }
}

/** A list, or an object that is nothing more; also one that came from another realm, such as a clone. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

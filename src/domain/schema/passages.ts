import type { PassageRef } from '../values/passage.js';
import { fieldsOf, type DataClass, type Shape } from './field.js';
import { isObject, kindOf } from './malformed.js';
import { step } from './problem.js';

/** What takes the place of a passage: words for a reference, or a reference for words. */
export type ReplacePassage = (value: unknown, pointer: string) => unknown;

export interface PassageFound {
  readonly pointer: string;
  readonly ref: PassageRef;
}

/**
 * A copy of the data with every passage replaced, found by definition. An entry that carries another's data (a correction)
 * holds passages by the definition of that `target`. What is not of the right form is left as it is.
 */
export function mapPassages(cls: DataClass, data: unknown, replace: ReplacePassage, target?: DataClass): unknown {
  return inClass(cls, data, '');

  function inClass(of: DataClass, value: unknown, pointer: string): unknown {
    if (!isObject(value)) return value;
    const copy: Record<string, unknown> = { ...value };
    for (const { name, shape } of fieldsOf(of)) {
      if (shape.kind === 'plain' || value[name] === undefined) continue;
      copy[name] = inShape(shape, value[name], pointer + step(name));
    }
    return copy;
  }

  function inShape(shape: Shape, value: unknown, pointer: string): unknown {
    switch (shape.kind) {
      case 'plain':
        return value;
      case 'passage':
        return replace(value, pointer);
      case 'class':
        return inClass(shape.of(), value, pointer);
      case 'event-data':
        return target === undefined ? value : inClass(target, value, pointer);
      case 'list':
        if (shape.of.kind === 'plain' || !Array.isArray(value)) return value;
        return value.map((member, index) => inShape(shape.of, member, pointer + step(index)));
      case 'kinds': {
        const kind = isObject(value) ? kindOf(shape.by, shape.of(), value) : undefined;
        return kind === undefined ? value : inClass(kind, value, pointer);
      }
    }
  }
}

/** The passages that recorded data points to, in the order of its definition. */
export function passagesIn(cls: DataClass, data: unknown, target?: DataClass): readonly PassageFound[] {
  const found: PassageFound[] = [];
  mapPassages(cls, data, (ref, pointer) => found.push({ pointer, ref: ref as PassageRef }), target);
  return found;
}

import { SourceRegistered } from '../../domain/events/source-registered.js';
import { fieldsOf, type DataClass, type Shape } from '../../domain/schema/field.js';
import { levelOf } from '../../domain/schema/level.js';
import { isObject, kindOf, type PlainObject } from '../../domain/schema/malformed.js';
import { Place } from '../../domain/values/place.js';
import type { ProtectionLevel } from '../../domain/vocabularies/protection-level.js';
import { coarsened, finerThanVillage } from './coarse-place.js';
import { isAbove } from './levels.js';

/** Takes the place of something that the reader may not see: how closely it is kept. */
export interface WithheldField {
  readonly withheld: ProtectionLevel;
}

/** What to show in place of a value. */
export type Hide = (value: unknown, level: ProtectionLevel) => unknown;

const asWithheld: Hide = (_value, level): WithheldField => ({ withheld: level });

export interface Masking {
  /** The most closely kept fields that the reader may see. */
  readonly most: ProtectionLevel;
  /** What is restricted by its nature is cleared. */
  readonly cleared: boolean;
  readonly hide?: Hide;
  /** What a correction or withdrawal carries. */
  readonly target?: DataClass | undefined;
}

/** A copy of an event's data without the fields that are kept more closely than the reader may see, found by definition. */
export function mask<T>(cls: DataClass, data: T, { most, cleared, hide = asWithheld, target }: Masking): T {
  return inClass(cls, data) as T;

  function inClass(of: DataClass, value: unknown): unknown {
    if (!isObject(value)) return value;
    const copy: Record<string, unknown> = { ...value };
    let coarse: object | null = null;
    for (const { name, shape } of fieldsOf(of)) {
      if (value[name] === undefined) continue;
      const level = levelIn(of, name, value, cleared);
      const isKept = isAbove(level, most);
      copy[name] = isKept ? hide(value[name], level) : inShape(of, name, shape, value[name]);
      if (isKept && isPoint(of, name)) coarse = coarsened(value[name], { withheld: level });
    }
    return { ...copy, ...coarse };
  }

  function inShape(of: DataClass, name: string, shape: Shape, value: unknown): unknown {
    switch (shape.kind) {
      case 'plain':
      case 'passage':
        return value;
      case 'class':
        return isPoint(of, name) ? value : inClass(shape.of(), value);
      case 'event-data':
        // Without the definition of what it holds nobody can tell which of it may be seen.
        return target === undefined ? hide(value, 'confidential') : inClass(target, value);
      case 'list':
        return Array.isArray(value) ? value.map((member) => inShape(of, name, shape.of, member)) : value;
      case 'kinds': {
        const kind = isObject(value) ? kindOf(shape.by, shape.of(), value) : undefined;
        return kind === undefined ? hide(value, 'confidential') : inClass(kind, value);
      }
    }
  }
}

const isPoint = (of: DataClass, name: string): boolean => of === Place && name === 'point';

/** The level of a field, where it depends on what else is said: how fine a point is, whose account an address leads to. */
function levelIn(of: DataClass, name: string, value: PlainObject, cleared: boolean): ProtectionLevel {
  if (isPoint(of, name)) return finerThanVillage(value) && !cleared ? 'restricted' : 'public';
  if (of === SourceRegistered && name === 'url' && value['privateAccount'] === true && !cleared) return 'restricted';
  return levelOf(of, name) ?? 'confidential';
}

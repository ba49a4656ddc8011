import 'reflect-metadata';
import type { ProtectionLevel } from '../vocabularies/protection-level.js';

type Class = abstract new (...args: never[]) => object;

const OWN = Symbol('level');

/** How closely a field is kept (design §3.5). On a class it holds for every field that does not say otherwise. */
export function Level(level: ProtectionLevel) {
  return (target: object, property?: string | symbol): void => {
    if (property === undefined) Reflect.defineMetadata(OWN, level, target);
    else Reflect.defineMetadata(OWN, level, target, property);
  };
}

/** The level of one field of an event or value class; undefined when nobody gave it one, which fails the build. */
export function levelOf(cls: Class, property: string): ProtectionLevel | undefined {
  return (
    (Reflect.getMetadata(OWN, cls.prototype as object, property) as ProtectionLevel | undefined) ??
    (Reflect.getMetadata(OWN, cls) as ProtectionLevel | undefined)
  );
}

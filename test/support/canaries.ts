import { ActorRegistered } from '../../src/domain/events/actor-registered.js';
import { definitions } from '../../src/domain/events/index.js';
import { SourceRegistered } from '../../src/domain/events/source-registered.js';
import { fieldsOf, type DataClass, type JsonSchema, type Shape } from '../../src/domain/schema/field.js';
import { CLAIM_REF, ID, LINK, STREAM } from '../../src/domain/schema/forms.js';
import { levelOf } from '../../src/domain/schema/level.js';
import { isObject, kindOf } from '../../src/domain/schema/malformed.js';
import type { Draft } from '../../src/domain/values/draft.js';
import type { PassageRef } from '../../src/domain/values/passage.js';
import { Place } from '../../src/domain/values/place.js';
import type { ProtectionLevel } from '../../src/domain/vocabularies/protection-level.js';
import type { Happening } from './builders.js';

/** Something that nobody below its level may ever find. */
export interface Canary {
  readonly text: string;
  readonly level: ProtectionLevel;
  /** The event and field it was planted in. */
  readonly where: string;
}

/** A passage, on its way into the register. */
export type Words = Draft<PassageRef>;

/** Every canary that is a text begins with one of these, and every id in a world that is kept from somebody. */
export const MARKS = { restricted: 'zzrestricted', confidential: 'zzconfidential' } as const;

const RANK: readonly ProtectionLevel[] = ['public', 'restricted', 'confidential'];
const highest = (...levels: readonly ProtectionLevel[]): ProtectionLevel =>
  RANK[Math.max(...levels.map((level) => RANK.indexOf(level)))]!;

/** Patterns of text that says nothing of its own: times, languages, hashes. */
const FORMAL = /^\^(\(|\[A-Za-z\]|\[a-z\]\{2,3\}|\[0-9a-f\]|sha256)/;
/** Fields that name parts of what is public by its form. */
const FORMAL_FIELDS: ReadonlySet<string> = new Set(['slot', 'mediaType']);

/**
 * Makes request bodies out of happenings, with a canary in every field that is kept more closely than what is public, found by
 * walking the definitions. In a world that is itself kept more closely, that is every text, every passage and every id.
 */
export class Planter {
  readonly canaries: Canary[] = [];
  private planted = 0;

  body({ type, data }: Happening, world: ProtectionLevel = 'public'): Record<string, unknown> {
    return this.inClass(this.definition(type), data, world, type);
  }

  /** Words for a field that bodies lack. */
  words(level: Exclude<ProtectionLevel, 'public'>, where: string): Words {
    return this.passage(level, where);
  }

  /** An id as it is in a world that is kept so closely. */
  static id(world: ProtectionLevel, id: string): string {
    return world === 'public' ? id : `${MARKS[world]}-${id}`;
  }

  private definition(type: string): DataClass {
    const definition = definitions.get(type);
    if (!definition) throw new Error(`${type} is not in the catalogue of events.`);
    return definition.data;
  }

  private inClass(cls: DataClass, given: object, world: ProtectionLevel, where: string): Record<string, unknown> {
    const data = world === 'public' ? sensitive(cls, { ...given }) : { ...given };
    const body: Record<string, unknown> = { ...data };
    for (const { name, shape } of fieldsOf(cls)) {
      if (FORMAL_FIELDS.has(name)) continue;
      const here = `${where}.${name}`;
      const level = highest(world, levelOf(cls, name) ?? 'confidential', natural(cls, name, data));
      if (cls === Place && name === 'point') {
        if (data[name] !== undefined) body[name] = this.point(highest(world, levelOfPoint(data)), here);
      } else if (data[name] !== undefined) body[name] = this.value(shape, data[name], level, here, world !== 'public');
      else if (shape.kind === 'passage' && level !== 'public') body[name] = this.passage(level, here);
      else if (level !== world)
        throw new Error(`${here} is ${level}: give it a value for a canary to take the place of.`);
    }
    return body;
  }

  private value(shape: Shape, value: unknown, level: ProtectionLevel, where: string, renames: boolean): unknown {
    switch (shape.kind) {
      case 'passage':
        return this.passage(level, where);
      case 'plain':
        return level === 'public' ? value : this.text(shape.schema, value, level, where, renames);
      case 'class':
        return isObject(value) ? this.inClass(shape.of(), value, level, where) : value;
      case 'list':
        return (value as readonly unknown[]).map((one) => this.value(shape.of, one, level, where, renames));
      case 'kinds': {
        const kind = isObject(value) ? kindOf(shape.by, shape.of(), value) : undefined;
        if (!kind) throw new Error(`${where} is of no known kind.`);
        return this.inClass(kind, value as object, level, `${where}:${kind.name}`);
      }
      case 'event-data':
        throw new Error(`${where}: say what it carries.`);
    }
  }

  private text(schema: JsonSchema, value: unknown, level: ProtectionLevel, where: string, renames: boolean): unknown {
    const pattern = typeof schema['pattern'] === 'string' ? schema['pattern'] : '';
    if (typeof value !== 'string') {
      if (renames) return value;
      throw new Error(`${where} is ${level}, but a canary can take the place of text only.`);
    }
    const mark = level === 'public' ? '' : MARKS[level];
    const names = pattern === ID || pattern === STREAM || pattern === CLAIM_REF;
    if (schema['enum'] !== undefined || (!names && FORMAL.test(pattern))) {
      if (renames) return value;
      throw new Error(`${where} is ${level}, but nothing but a code or a time fits it.`);
    }
    if (pattern === LINK) return `https://example.org/${this.plant(level, where)}`;
    if (!renames) return this.plant(level, where);
    if (pattern === ID) return `${mark}-${value}`;
    if (pattern === STREAM) return value.replace('-', `-${mark}-`);
    if (pattern === CLAIM_REF) return value.replace('-', `-${mark}-`).replace('#', `#${mark}-`);
    // A code is withdrawn as it was assigned.
    return /^Identifier\w+\.code$/.test(where) ? `${mark}-${value}` : this.plant(level, where);
  }

  private passage(level: ProtectionLevel, where: string): Words {
    if (level === 'public') return { lang: 'en', value: 'What anybody may read.' };
    return {
      lang: 'en',
      value: this.plant(level, where),
      translations: [{ lang: 'ar', value: this.plant(level, `${where}, translated`), by: 'human' }],
    };
  }

  private point(level: ProtectionLevel, where: string): object {
    const coordinate = () => {
      this.planted += 1;
      const number = Number(`36.7${String(this.planted).padStart(5, '0')}1`);
      if (level !== 'public') this.canaries.push({ text: String(number), level, where });
      return number;
    };
    return { lat: coordinate(), lon: coordinate() };
  }

  private plant(level: ProtectionLevel, where: string): string {
    if (level === 'public') throw new Error(`${where} is public.`);
    this.planted += 1;
    const text = `${MARKS[level]}-${this.planted}z`;
    this.canaries.push({ text, level, where });
    return text;
  }
}

/** With what makes it worth planting a canary: every place has a point that is too fine for everybody. */
const sensitive = (cls: DataClass, data: Record<string, unknown>): Record<string, unknown> =>
  cls === Place ? { ...data, point: { lat: 0, lon: 0 }, precision: 'street' } : data;

/** How closely a field is kept for what it is, whatever its definition says (design §3.5). */
function natural(cls: DataClass, name: string, data: Readonly<Record<string, unknown>>): ProtectionLevel {
  if (cls === SourceRegistered && name === 'url' && data['privateAccount'] === true) return 'restricted';
  const isPrivatePerson = cls === ActorRegistered && data['person'] === true && data['publicRole'] === undefined;
  return isPrivatePerson && name === 'names' ? 'confidential' : 'public';
}

const levelOfPoint = ({ precision }: Readonly<Record<string, unknown>>): ProtectionLevel =>
  precision === 'street' ? 'restricted' : 'public';

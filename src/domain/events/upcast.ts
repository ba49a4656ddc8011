import { fieldsOf } from '../schema/field.js';
import { isObject } from '../schema/malformed.js';
import type { EventDefinition } from './event.js';

/** The definitions of events, by type. */
export type Definitions = ReadonlyMap<string, EventDefinition>;

/** Brings data of an earlier version of an event to the current one. */
export function upcast({ upcasts }: EventDefinition, version: number, data: object): object {
  return upcasts
    .slice(version - 1)
    .reduce<Record<string, unknown>>((older, raise) => raise(older), data as Record<string, unknown>);
}

/**
 * Brings the data of another entry, which a correction or withdrawal carries, to the current version of that entry; or says why
 * it cannot. What does not say of which entry it is, is left as it was written.
 */
export function upcastCarried(definition: EventDefinition, data: object, known: Definitions): object | string {
  const { of } = data as { readonly of?: unknown };
  if (of === undefined) return data;
  const carried = fieldsOf(definition.data).filter(({ shape }) => shape.kind === 'event-data');
  if (carried.length === 0) return data;

  const { type, schemaVersion } = isObject(of) ? of : {};
  const target = typeof type === 'string' ? known.get(type) : undefined;
  if (target === undefined) return `of what it carries, ${unknownType(type)}`;
  if (!isVersion(schemaVersion)) return `the version of what it carries, ${JSON.stringify(schemaVersion)}, is none`;
  if (schemaVersion > target.version) return laterThanKnown('it carries', target.type, schemaVersion, target.version);

  const raised = carried.flatMap(({ name }) => {
    const said = (data as Readonly<Record<string, unknown>>)[name];
    return isObject(said) ? [[name, upcast(target, schemaVersion, said)] as const] : [];
  });
  return { ...data, of: { type, schemaVersion: target.version }, ...Object.fromEntries(raised) };
}

export const unknownType = (type: unknown): string => `nobody knows the type ${JSON.stringify(type)}`;

export const laterThanKnown = (what: string, type: string, written: number, known: number): string =>
  `${what} a ${type} of version ${written}, and this release knows up to ${known}`;

const isVersion = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;

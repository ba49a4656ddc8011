import type { Envelope } from '../envelope.js';
import type { DataClass } from '../schema/field.js';

/** Brings the data of one version to the next. */
export type Upcast = (data: Record<string, unknown>) => Record<string, unknown>;

/** An event type: its name, the class that gives type, validation, schema and levels, and how old versions are read. */
export interface EventDefinition<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: DataClass & (abstract new () => Data);
  /** One per past version, oldest first; the current version is one more than there are. */
  readonly upcasts: readonly Upcast[];
  readonly version: number;
}

/** Something that happened, on its way into the log. */
export interface NewFact<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Something that happened, as the log tells it, brought up to date. */
export type Recorded<Type extends string = string, Data extends object = object> = Envelope & NewFact<Type, Data>;

/** Defines an event and is the function that makes one: `statementIssued({ … })`. */
export type EventFactory<Type extends string, Data extends object> = ((data: Data) => NewFact<Type, Data>) &
  EventDefinition<Type, Data>;

export function event<const Type extends string, Data extends object>(
  type: Type,
  data: DataClass & (abstract new () => Data),
  upcasts: readonly Upcast[] = [],
): EventFactory<Type, Data> {
  const make = (facts: Data): NewFact<Type, Data> => ({ type, data: facts });
  return Object.assign(make, { type, data, upcasts, version: upcasts.length + 1 });
}

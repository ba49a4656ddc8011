import { isDeepStrictEqual } from 'node:util';
import type { EventDefinition } from '../domain/events/event.js';
import { definitions, type SijilEvent } from '../domain/events/index.js';
import { fieldsOf, type DataClass } from '../domain/schema/field.js';
import { InvalidData } from '../domain/schema/validate.js';
import { versionOf } from '../domain/states/entry-version.js';
import { passageRefsOf } from '../domain/states/passages.js';
import { standingEntries } from '../domain/states/standing-entries.js';
import { keepWords, type Drafted } from '../vault/drafting.js';
import type { Vault } from '../vault/vault.js';

export interface Drafting<Data> extends Drafted<Data> {
  /** False where a correction names nothing it could be checked against: the decision will say so. */
  readonly complete: boolean;
}

/**
 * The event's data from a body: checked, with references for words. Words that are in the stream already keep their
 * reference. `repeats` is this same command's own event, when it was recorded before.
 */
export async function draft<Data extends object>(
  vault: Vault,
  event: EventDefinition<string, Data>,
  body: object,
  own: readonly SijilEvent[],
  repeats: SijilEvent | undefined,
): Promise<Drafting<Data>> {
  if (carriesEntry(event.data)) return draftAboutEntry(vault, event, body, own, repeats);
  const previous = (repeats ?? own.findLast(({ type }) => type === event.type))?.data;
  return { ...(await keepWords(vault, event, body, { previous, ever: passageRefsOf(own) })), complete: true };
}

/** The event a stream began with, when it is of this type: the only one that may come again. */
export const opening = (own: readonly SijilEvent[], type: string): SijilEvent | undefined =>
  own[0]?.type === type ? own[0] : undefined;

interface AboutEntry {
  readonly target?: unknown;
  readonly of?: unknown;
  readonly before?: unknown;
}

/** A correction or withdrawal: what it carries is of the form of the entry it is about; `of` and `before` are ours to say. */
async function draftAboutEntry<Data extends object>(
  vault: Vault,
  event: EventDefinition<string, Data>,
  body: AboutEntry,
  own: readonly SijilEvent[],
  repeats: SijilEvent | undefined,
): Promise<Drafting<Data>> {
  const original = own.find(({ eventId, type }) => eventId === body.target && !isAboutEntry(type));
  const current = standingEntries(own).find(({ eventId }) => eventId === body.target)?.data;
  const first = repeats?.data as AboutEntry | undefined;
  const before = first?.before ?? current ?? {};
  // Where there is no such entry the decision refuses; until then the event has to have its form.
  const of = first?.of ?? versionOf(original ?? event);
  refuseOwn('before', body.before, before);
  refuseOwn('of', body.of, of);
  const target = original && definitions.get(original.type)?.data;
  const previous = repeats?.data ?? { before, after: before };
  const ever = passageRefsOf(own);
  const drafted = await keepWords(vault, event, { ...body, of, before }, target ? { previous, target, ever } : {});
  return { ...drafted, complete: target !== undefined };
}

function refuseOwn(name: string, given: unknown, ours: unknown): void {
  if (given === undefined || isDeepStrictEqual(given, ours)) return;
  throw new InvalidData([{ pointer: `/${name}`, message: 'is filled in by the register; leave it out' }]);
}

const isAboutEntry = (type: string): boolean => {
  const definition = definitions.get(type);
  return definition !== undefined && carriesEntry(definition.data);
};

const carriesEntry = (cls: DataClass): boolean => fieldsOf(cls).some(({ shape }) => shape.kind === 'event-data');

import type { AsOf } from '../../domain/as-of.js';
import type { ActorRegistered } from '../../domain/events/actor-registered.js';
import type { ActorRow } from '../../domain/register/rows.js';
import { amendedAt } from './amended.js';
import { textsIn } from './texts-in.js';

/** What an actor is called; a person without a public role by a description. */
export type ActorNames = Partial<Pick<ActorRegistered, 'names' | 'shownAs' | 'type'>>;

/** What an answer has beside its content, so that people can read it. */
export interface ActorsNamed {
  /** What the actors it names are called, by the ids they have in it. */
  readonly actors: Readonly<Record<string, ActorNames>>;
}

/** What the actors that an answer names are called, by id. Who only spoke in what was withheld is not among them. */
export function actorNames(
  answer: object,
  actors: readonly ActorRow[],
  at: AsOf,
): Readonly<Record<string, ActorNames>> {
  const named = textsIn(answer);
  const rows = new Map<string, ActorRow[]>();
  for (const row of actors) {
    if (!named.has(row.data.actorId)) continue;
    const known = rows.get(row.data.actorId);
    if (known) known.push(row);
    else rows.set(row.data.actorId, [row]);
  }
  return Object.fromEntries([...rows].flatMap(([id, own]) => namesOf(id, amendedAt<ActorRegistered>(own, at))));
}

function namesOf(id: string, actor: ActorRegistered | null): readonly (readonly [string, ActorNames])[] {
  if (actor === null) return [];
  const { names, shownAs, type } = actor;

  return [[id, { ...(names.length > 0 && { names }), ...(shownAs && { shownAs }), ...(type && { type }) }]];
}

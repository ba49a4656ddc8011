import { instant, type Instant } from '../envelope.js';
import type { ActorRow } from '../register/rows.js';
import type { Affiliation } from '../values/affiliation.js';

/** What one event said of an actor, in log order with corrections applied. */
export type ActorEntry = Pick<ActorRow, 'type' | 'data'>;

type Field = 'partOf' | 'memberOf';

interface Stated {
  /** From when on it holds; always, when it was said at registration. */
  readonly effective: number;
  readonly affiliations: readonly Affiliation[];
}

/** Who belonged to whom, and when. */
export interface Parties {
  /** The root of the actor's `partOf` chain at the instant by which it had spoken. */
  partyOf(actor: string, said: Instant): string;
  /** The coalitions that the actor, or any in its `partOf` chain, was a member of at that instant. */
  coalitionsOf(actor: string, said: Instant): readonly string[];
}

const statedBy = ({ type, data }: ActorEntry, field: Field): Stated | null => {
  const affiliations = data[field];
  if (type === 'ActorRegistered') return { effective: -Infinity, affiliations: affiliations ?? [] };
  return affiliations === undefined
    ? null
    : { effective: instant((data as { effective: { from: Instant } }).effective.from), affiliations };
};

function timelines(actors: readonly ActorEntry[], field: Field): ReadonlyMap<string, readonly Stated[]> {
  const lines = new Map<string, Stated[]>();
  for (const entry of actors) {
    const stated = statedBy(entry, field);
    if (stated === null) continue;
    const line = lines.get(entry.data.actorId) ?? [];
    line.push(stated);
    lines.set(entry.data.actorId, line);
  }
  // Stable, so that of two amendments from the same day on the one recorded later holds.
  for (const line of lines.values())
    line.sort((a, b) => (a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : 0));
  return lines;
}

// Somebody whose words end at midnight spoke on the day before, so an affiliation that starts then does not cover them yet.
const covers = ({ from, to }: Affiliation, said: number) =>
  (from === undefined || Date.parse(from) < said) && (to === undefined || said <= Date.parse(to));

const affiliationsAt = (line: readonly Stated[] | undefined, said: number): readonly string[] =>
  (line?.findLast(({ effective }) => effective < said)?.affiliations ?? [])
    .filter((one) => covers(one, said))
    .map(({ actor }) => actor);

/** Everything that a list of actors' entries says about parties, ready to be asked often. */
export function parties(actors: readonly ActorEntry[]): Parties {
  const partOf = timelines(actors, 'partOf');
  const memberOf = timelines(actors, 'memberOf');
  const chains = new Map<string, readonly string[]>();

  const chainOf = (actor: string, said: Instant): readonly string[] => {
    const asked = `${actor} ${said}`;
    const known = chains.get(asked);
    if (known !== undefined) return known;
    const at = instant(said);
    const chain = [actor];
    for (let next = affiliationsAt(partOf.get(actor), at).at(-1); next !== undefined;) {
      const seen = chain.indexOf(next);
      if (seen >= 0) {
        // A circle slipped through a race: all in it are one party, whoever is asked.
        chain.push(chain.slice(seen).reduce((least, one) => (one < least ? one : least)));
        break;
      }
      chain.push(next);
      next = affiliationsAt(partOf.get(next), at).at(-1);
    }
    chains.set(asked, chain);
    return chain;
  };

  return {
    partyOf: (actor, said) => chainOf(actor, said).at(-1) ?? actor,
    coalitionsOf: (actor, said) => [
      ...new Set(chainOf(actor, said).flatMap((one) => affiliationsAt(memberOf.get(one), instant(said)))),
    ],
  };
}

/** The party of an actor when it spoke: the root of its `partOf` chain. `said` is the end of the interval in which it did. */
export const partyAt = (actors: readonly ActorEntry[], actor: string, said: Instant): string =>
  parties(actors).partyOf(actor, said);

import { inClaim } from '../../domain/references/in-claims.js';
import type { Reference } from '../../domain/references/reference.js';
import { referencesOf } from '../../domain/references/references-of.js';
import type { Register } from '../../domain/register/register.js';
import { streamOf } from '../../domain/streams.js';
import type { Snapshot } from '../reading/snapshot.js';

/** These rows with those of the actors that they name: who has another name in an answer is told of under that one. */
export async function withActorsNamed(snapshot: Snapshot, rows: Register): Promise<Register> {
  const own = new Set(rows.actors.map(({ stream }) => stream));
  const named = actorsNamedIn(rows).filter((stream) => !own.has(stream));
  return { ...rows, actors: [...rows.actors, ...(await snapshot.rows('actors', named))] };
}

function actorsNamedIn({ acts, claims, operations, actors, sources }: Register): readonly string[] {
  const references: readonly Reference[] = [
    ...[...acts, ...operations, ...actors, ...sources].flatMap(({ type, data }) => referencesOf(type, data)),
    ...claims.flatMap(({ claim }) => inClaim(claim, '')),
  ];
  const actorsOnly = references.filter(({ category }) => category === 'actor');
  return [...new Set(actorsOnly.map(({ id }) => streamOf('actor', id)))];
}

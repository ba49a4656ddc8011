import { isKeptFrom } from '../../access/withhold/hidden-acts.js';
import { readableBy } from '../../access/withhold/levels.js';
import type { Role } from '../../access/principal.js';
import { streamOf, type Category } from '../../domain/streams.js';
import { NotInRegister } from '../../http/problems/read-errors.js';
import { levelsOf } from './seeing.js';
import type { Snapshot } from './snapshot.js';

/**
 * Refuses to speak of what was never recorded, or is kept from the asker: in the same words and after the same work, so that
 * nobody can tell which. Before anything else of it is read.
 */
export async function mustBeShown(snapshot: Snapshot, category: Category, id: string, role: Role): Promise<void> {
  const stream = streamOf(category, id);
  const levels = await levelsOf(snapshot, new Set([stream]));
  if (levels.knows(stream) && !isKeptFrom(stream, { levels, most: readableBy(role) })) return;
  throw new NotInRegister(category, id);
}

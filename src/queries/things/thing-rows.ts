import type { Register } from '../../domain/register/register.js';
import { familyOf } from '../reading/openings.js';
import { registerWith, type Snapshot } from '../reading/snapshot.js';
import type { ThingCategory } from './thing-at.js';

/** All rows of these streams, which are of one category. */
export async function thingRows(
  snapshot: Snapshot,
  category: ThingCategory,
  streams: readonly string[],
  withClaims: boolean,
): Promise<Register> {
  const family = familyOf(category);
  return registerWith({
    [family]: await snapshot.rows(family, streams),
    protections: await snapshot.rows('protections', streams),
    ...(family === 'acts' && withClaims && { claims: await snapshot.rows('claims', streams) }),
  });
}

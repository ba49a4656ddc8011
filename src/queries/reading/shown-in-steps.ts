import type { Role } from '../../access/principal.js';
import { isKeptFrom } from '../../access/withhold/hidden-acts.js';
import { readableBy } from '../../access/withhold/levels.js';
import type { Position } from '../../domain/envelope.js';
import { levelsOf } from './seeing.js';
import type { Begun, Snapshot } from './snapshot.js';

const STEP = 200;
const ENOUGH = 100;

/** Streams in the order of the log, and which of them the asker may not know of. */
export interface Some<B extends Begun> {
  readonly begun: readonly B[];
  readonly kept: ReadonlySet<string>;
  /** Where to go on; null where there are no more. */
  readonly from: Position | null;
}

/**
 * Reads on, step by step, until there are enough streams that may be shown, or no more: so that what is kept from the asker
 * costs little to pass over, and need not be counted among what a page looks at.
 */
export async function shownInSteps<B extends Begun>(
  snapshot: Snapshot,
  role: Role,
  after: Position,
  read: (after: Position, limit: number) => Promise<readonly B[]>,
): Promise<Some<B>> {
  const begun: B[] = [];
  const kept = new Set<string>();
  const most = readableBy(role);
  for (let from = after; ;) {
    const found = await read(from, STEP);
    const levels = await levelsOf(snapshot, new Set(found.map(({ stream }) => stream)));
    for (const { stream } of found) if (isKeptFrom(stream, { levels, most })) kept.add(stream);
    begun.push(...found);
    const last = found.at(-1);
    if (last === undefined || found.length < STEP) return { begun, kept, from: null };
    from = last.ordinal;
    if (begun.length - kept.size >= ENOUGH) return { begun, kept, from };
  }
}

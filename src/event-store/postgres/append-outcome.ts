import type { Position } from '../event-store.js';
import { positionOf } from '../position.js';

/** What the database's append functions come to. */
export type AppendOutcome =
  | {
      readonly outcome: 'appended' | 'repeated';
      readonly revision: number;
      readonly position: Position;
      readonly reused: null;
    }
  | { readonly outcome: 'unexpected'; readonly revision: number | null; readonly position: null; readonly reused: null }
  | { readonly outcome: 'reused'; readonly revision: null; readonly position: null; readonly reused: string };

/** Their row as text, `(outcome,revision,position,id)`: none of the four ever needs quoting, and an empty one is null. */
export function appendOutcome(row: string): AppendOutcome {
  const [outcome, revision, position, reused] = row.slice(1, -1).split(',');
  return {
    outcome,
    revision: revision ? Number(revision) : null,
    position: position ? positionOf(position) : null,
    reused: reused || null,
  } as AppendOutcome;
}

import type { Position as LogPosition } from '@kurrent/kurrentdb-client';
import { MalformedPosition } from '../errors.js';
import type { Position } from '../event-store.js';

const WIDTH = 19;
const LARGEST = 9_223_372_036_854_775_807n;
const FORM = /^(\d{19})-(\d{19})$/;

/** A commit and a prepare position as text that sorts as they do. */
export function positionOf({ commit, prepare }: LogPosition): Position {
  return `${padded(commit)}-${padded(prepare)}`;
}

/** The other way round. Throws {@link MalformedPosition}. */
export function logPositionOf(position: Position): LogPosition {
  const [, commit, prepare] = FORM.exec(position) ?? [];
  if (!commit || !prepare) throw new MalformedPosition(position);
  const found = { commit: BigInt(commit), prepare: BigInt(prepare) };
  if (!isPlace(found)) throw new MalformedPosition(position);
  return found;
}

/** Whether there can be such a place. Servers say that they do not know one by a number beyond the largest. */
export function isPlace({ commit, prepare }: LogPosition): boolean {
  return commit <= LARGEST && prepare <= LARGEST;
}

const padded = (number: bigint): string => String(number).padStart(WIDTH, '0');

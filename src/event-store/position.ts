import { MalformedPosition } from './errors.js';
import type { Position } from './event-store.js';

const WIDTH = 19;
const LARGEST = '9223372036854775807';

/** A 64-bit sequence number as a position. */
export function positionOf(number: string | number): Position {
  return String(number).padStart(WIDTH, '0');
}

/** The position itself, or {@link MalformedPosition}; null is the beginning and passes. */
export function checkedPosition<P extends Position | null>(position: P): P {
  if (position !== null && !(/^\d{19}$/.test(position) && position <= LARGEST)) throw new MalformedPosition(position);
  return position;
}

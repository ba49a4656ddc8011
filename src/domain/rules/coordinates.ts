import { CoordinatesOutOfRange } from '../refusals/assessments.js';
import type { Place } from '../values/place.js';

/** We place nothing outside the world. Where a source does, that is recorded and flagged. */
export function liesInTheWorld({ point }: Place): void {
  if (point === undefined) return;
  if (Math.abs(point.lat) > 90) throw new CoordinatesOutOfRange('/place/point/lat');
  if (Math.abs(point.lon) > 180) throw new CoordinatesOutOfRange('/place/point/lon');
}

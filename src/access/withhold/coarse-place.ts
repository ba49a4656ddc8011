import { isObject } from '../../domain/schema/malformed.js';
import type { Place, Point } from '../../domain/values/place.js';
import { placePrecision, type PlacePrecision } from '../../domain/vocabularies/place-precision.js';
import type { WithheldField } from './mask.js';

/** A cell of the grid in place of a point: its middle, where nothing need have happened. A finer point is withheld. */
export interface CoarsePoint extends Point, WithheldField {}

const ROWS_PER_DEGREE = 20;
const ROWS = 180 * ROWS_PER_DEGREE;
const AROUND = 360 * ROWS_PER_DEGREE;
const VILLAGE: PlacePrecision = 'village';

/**
 * The middle of the cell that a point lies in; null for a point that is none of this Earth, whose very digits could tell a
 * fine one. Rows are a twentieth of a degree high, 5.6 km; each is cut into as many equal cells as are no narrower than that.
 */
export function middleOfCell({ lat, lon }: Point): Point | null {
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return null;
  const row = Math.min(Math.floor((lat + 90) * ROWS_PER_DEGREE), ROWS - 1);
  const middle = (row + 0.5) / ROWS_PER_DEGREE - 90;
  const cells = Math.max(1, Math.floor(AROUND * Math.cos((middle * Math.PI) / 180)));
  // The last meridian is the first again.
  const cell = Math.floor(((lon + 180) / 360) * cells) % cells;
  return { lat: inThousandths(middle), lon: inThousandths(((cell + 0.5) / cells) * 360 - 180) };
}

const inThousandths = (degrees: number): number => Number(degrees.toFixed(3));

/** Whether a place is known more closely than by its village. */
export const finerThanVillage = ({ precision }: Partial<Place>): boolean =>
  precision === undefined || placePrecision.codes.indexOf(precision) < placePrecision.codes.indexOf(VILLAGE);

/** How a fine point is shown to whom it is withheld from: the same for all points of a cell, with a precision as coarse. */
export function coarsened(
  point: unknown,
  withheld: WithheldField,
): (Pick<Place, 'precision'> & { point: CoarsePoint }) | null {
  const middle = isPoint(point) ? middleOfCell(point) : null;
  return middle && { point: { ...middle, ...withheld }, precision: VILLAGE };
}

const isPoint = (value: unknown): value is Point =>
  isObject(value) && typeof value['lat'] === 'number' && typeof value['lon'] === 'number';

/** Whether an entry or claim, as it is shown, has a point of which not everything is. */
export function hasWithheldPoint(shown: object): boolean {
  const { place } = shown as { readonly place?: { readonly point?: object } };
  return place?.point !== undefined && 'withheld' in place.point;
}

import type { AdminArea, Place, Point } from '../../domain/values/place.js';
import { placePrecision } from '../../domain/vocabularies/place-precision.js';
import { list, may, must, record } from '../reading/records.js';
import { mapped, named, type Reading } from '../reading/reading.js';
import { code, text } from '../reading/scalars.js';
import { label } from './label.js';
import { stated } from './stated.js';

const POINT = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/;

/** Latitude and longitude as they were published, possible or not: `36.32, 36.68`. */
const point: Reading<Point> = {
  read(value, at, { report }) {
    const parts = typeof value === 'string' ? POINT.exec(value.trim())?.slice(1).map(Number) : value;
    const [lat, lon, ...rest] = Array.isArray(parts) ? (parts as readonly unknown[]) : [];
    if (typeof lat === 'number' && typeof lon === 'number' && rest.length === 0) return { lat, lon };
    return void report(at, 'This must be latitude and longitude in degrees, such as 36.32, 36.68.');
  },
  schema: () => ({
    anyOf: [
      { type: 'string', pattern: POINT.source },
      { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
    ],
  }),
};

const area: Reading<AdminArea> = mapped(
  record({
    code: must(text(64), 'its code or short name, such as SY-ID'),
    name: must(label, 'its name'),
  }),
  ({ code: short, name }) => ({ code: short, names: name }),
);

/** A place and how exactly it is known. */
export const place: Reading<Place> = named(
  'place',
  mapped(
    record({
      name: may(label, 'what the place is called'),
      within: may(list(area), 'the areas it lies in, from the country down'),
      point: may(point, 'latitude, longitude'),
      precision: must(code(placePrecision), 'how exactly it is known'),
    }),
    (words) =>
      stated<Place>({
        names: words.name ?? [],
        adminPath: words.within ?? [],
        point: words.point,
        precision: words.precision,
      }),
  ),
);

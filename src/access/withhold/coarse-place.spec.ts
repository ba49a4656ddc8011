import { assert, constantFrom, double, property, record } from 'fast-check';
import {
  aGeolocation,
  anActor,
  anIncident,
  anOperation,
  aPlace,
  aProtection,
  aSource,
  aStatement,
  INCIDENT,
  located,
  SPEAKER,
  type Happening,
} from '../../../test/support/builders.js';
import { logOf } from '../../../test/support/log.js';
import { NOW } from '../../domain/as-of.js';
import { factsAbout } from '../../domain/register/facts-about.js';
import { registerOf } from '../../domain/register/register.js';
import type { Place, Point } from '../../domain/values/place.js';
import type { ProtectionLevel } from '../../domain/vocabularies/protection-level.js';
import { middleOfCell } from './coarse-place.js';
import { KeptLevels, type GuardedRow } from './kept-level.js';
import { EventsShown } from './withhold-event.js';
import { withholdAbout } from './withhold.js';

const KM_PER_DEGREE = 111.32;
const degrees = (most: number) => double({ min: -most, max: most, noNaN: true });
const onEarth = record({ lat: degrees(90), lon: degrees(180) });
const fine = constantFrom(
  'within_1m',
  'exact_location',
  'within_100m',
  'nearby_landmark',
  'street',
  'neighbourhood_area',
);

/** One of everything that has a place. */
const placedAt = (place: Place): readonly Happening[] => [
  anActor(SPEAKER),
  anActor('us-forces'),
  aSource(),
  anIncident({ place }),
  anOperation({ place }),
  aGeolocation({ place }),
  aStatement({ claims: [located(place)] }),
];

/** All that a reader of this level is told of it, as facts and as events. */
function told(most: ProtectionLevel, happenings: readonly Happening[]) {
  const log = logOf(...happenings);
  const register = registerOf(log);
  const { actors, acts, operations, incidents, sources, protections } = register;
  const rows = [...actors, ...acts, ...operations, ...incidents, ...sources] as GuardedRow[];
  const levels = new KeptLevels(rows, protections);
  const seeing = { most, levels, namedByClaims: new Map(), namedElsewhere: new Map() };
  const events = new EventsShown(levels, most);
  return {
    ...withholdAbout(factsAbout(register, `incident-${INCIDENT}`), seeing, NOW),
    events: log.map((event) => events.show({ event, targetType: null, named: [] })),
  };
}

const at = (point: Point, precision: Place['precision'] = 'exact_location') => placedAt(aPlace({ point, precision }));

describe('a point that is finer than a village', () => {
  it('is shown as the middle of a cell that is no larger than a village and its fields', () => {
    assert(
      property(onEarth, (point) => {
        const middle = middleOfCell(point)!;
        const north = Math.abs(middle.lat - point.lat) * KM_PER_DEGREE;
        const apart = Math.abs(middle.lon - point.lon);
        const east = Math.min(apart, 360 - apart) * KM_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180);
        expect(north).toBeLessThan(2.9);
        // Next to a pole a row has few cells.
        expect(east).toBeLessThan(Math.abs(middle.lat) > 89 ? 6 : 3);
      }),
    );
  });

  it('stays where it is shown, however often it is made coarse', () => {
    assert(
      property(onEarth, (point) => {
        const middle = middleOfCell(point)!;
        expect(middleOfCell(middle)).toEqual(middle);
      }),
    );
  });

  it('cannot be told from any other in its cell, nor can how fine it is', () => {
    assert(
      property(onEarth, fine, fine, (point, one, other) => {
        const middle = middleOfCell(point)!;
        expect(told('public', at(point, one))).toEqual(told('public', at(middle, other)));
      }),
      { numRuns: 40 },
    );
  });

  it('is marked wherever it is shown, and counted', () => {
    const point = { lat: 36.2813747, lon: 36.6984519 };
    const { facts, events, withheld } = told('public', at(point));
    const text = JSON.stringify([facts, events]);
    expect(text).not.toMatch(/36\.2813|36\.6984|exact_location/);
    const shown = { point: { lat: 36.275, lon: 36.688, withheld: 'restricted' }, precision: 'village' };
    for (const { data } of [...facts.incidents, ...facts.operations, ...facts.judgements]) {
      expect(data).toMatchObject({ place: shown });
    }
    expect(facts.claims[0]?.claim).toMatchObject({ place: shown });
    expect(text.match(/"withheld":"restricted"\}/g)?.length).toBeGreaterThanOrEqual(8);
    expect(withheld.points).toBe(4);
    expect(told('restricted', at(point)).withheld.points).toBe(0);
    expect(JSON.stringify(told('restricted', at(point)))).toContain('36.2813747');
  });

  it('is shown whole in the stream that is cleared, and in no other', () => {
    const point = { lat: 36.2813747, lon: 36.6984519 };
    const cleared = aProtection(`incident-${INCIDENT}`, 'public', { cleared: true });
    const { facts, withheld } = told('public', [...at(point), cleared]);
    expect(facts.incidents[0]?.data.place).toEqual(aPlace({ point, precision: 'exact_location' }));
    expect(facts.judgements[0]?.data).toMatchObject({ place: { point } });
    expect(facts.operations[0]?.data).toMatchObject({ place: { point: { withheld: 'restricted' } } });
    expect(withheld.points).toBe(2);
  });

  it('is not shown at all where no such place is on Earth: its digits would tell where one is', () => {
    for (const point of [
      { lat: 36.3, lon: 4239.1234 },
      { lat: 90.5, lon: 0 },
    ]) {
      const { facts, withheld } = told('public', at(point));
      expect(facts.incidents[0]?.data.place?.point).toEqual({ withheld: 'restricted' });
      expect(withheld.points).toBe(4);
    }
  });
});

it('a point that is no finer than a village is shown as it was recorded', () => {
  const point = { lat: 36.2813747, lon: 36.6984519 };
  expect(told('public', at(point, 'village')).facts.incidents[0]?.data.place?.point).toEqual(point);
  expect(told('public', at(point, 'village')).withheld.points).toBe(0);
});

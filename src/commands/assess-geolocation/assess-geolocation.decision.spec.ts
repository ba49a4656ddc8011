import { aPlace, aStatement, anIncident, aMerge, aGeolocation, located } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { CoordinatesOutOfRange } from '../../domain/refusals/assessments.js';
import { ClaimAboutAnother, IncidentAbsorbed } from '../../domain/refusals/identity.js';

const placing = (lat: number, lon: number) =>
  given(...WORLD).when(aGeolocation({ place: aPlace({ point: { lat, lon } }) }));

describe('placing an incident', () => {
  it('records where we judge it happened', () =>
    given(...WORLD)
      .when(aGeolocation())
      .thenRecorded());

  it('records a place of which no point is known', () =>
    given(...WORLD)
      .when(aGeolocation({ place: aPlace() }))
      .thenRecorded());

  it('said again adds nothing', () =>
    given(...WORLD, aGeolocation())
      .when(aGeolocation())
      .thenNothing());

  it.each([
    [90.001, 0, '/place/point/lat'],
    [-91, 0, '/place/point/lat'],
    [36, 4239, '/place/point/lon'],
    [36, -180.5, '/place/point/lon'],
  ])('refuses the point %d, %d: it is not in the world', (lat, lon, pointer) =>
    placing(lat, lon).thenRefused(CoordinatesOutOfRange, pointer),
  );

  it('takes the ends of the world for a part of it', () => placing(-90, 180).thenRecorded());

  it('is refused on a claim about another incident', () =>
    given(
      ...WORLD,
      anIncident({ incidentId: 'elsewhere' }),
      aStatement({ claims: [located(aPlace(), { about: { incidents: ['elsewhere'] } })] }),
    )
      .when(aGeolocation({ basis: ['statement-a01#location'] }))
      .thenRefused(ClaimAboutAnother, '/basis/0'));

  it('is refused of an absorbed incident', () =>
    given(...WORLD, anIncident({ incidentId: 'second' }), aMerge('second'))
      .when(aGeolocation())
      .thenRefused(IncidentAbsorbed));
});

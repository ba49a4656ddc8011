import {
  aGeolocation,
  aGrading,
  aMerge,
  anAmendment,
  anIdentifier,
  anIdentifierWithdrawal,
  anIncident,
  anIncidentLink,
  anUnmerge,
  aSplit,
  INCIDENT,
  onDay,
  type Happening,
} from '../../../test/support/builders.js';
import { logOf, positionOf } from '../../../test/support/log.js';
import { NOW } from '../../domain/as-of.js';
import { registerOf } from '../../domain/register/register.js';
import { incidentAt } from './incident-at.js';

const incident = (happenings: readonly Happening[], at = NOW, id = INCIDENT) =>
  incidentAt(registerOf(logOf(...happenings)), id, at);

const label = (text: string) => [{ lang: 'en', text }];
const other = anIncident({ incidentId: 'other' });

describe('an incident as it stands', () => {
  it('is not there before it was opened', () => {
    expect(incident([other, anIncident()], { claimed: null, recorded: positionOf(1) })).toBeNull();
  });

  it('says what it said last; what an amendment does not name stays', () => {
    const amended = incident([anIncident(), anAmendment({ label: label('Another') })]);
    expect(amended).toMatchObject({ id: INCIDENT, label: label('Another'), place: anIncident().data.place });
    expect(amended).not.toHaveProperty('effective');
  });

  it('is amended from when the amendment takes effect', () => {
    const happenings = [anIncident(), anAmendment({ label: label('Later'), effective: onDay('2022-06-01') })];
    const then = (claimed: string) => incident(happenings, { claimed, recorded: null })?.label;
    expect(then('2022-05-01T00:00:00Z')).toEqual(anIncident().data.label);
    expect(then('2022-07-01T00:00:00Z')).toEqual(label('Later'));
  });

  it('has the codes that are in force, also those of what was merged into it', () => {
    const happenings = [
      anIncident(),
      other,
      anIdentifier({ code: 'A' }),
      anIdentifierWithdrawal({ code: 'A' }),
      anIdentifier({ code: 'B' }),
      anIdentifier({ code: 'C', incidentId: 'other' }),
      aMerge(INCIDENT, { incidentId: 'other' }),
    ];
    const codes = (some: readonly Happening[]) => incident(some)?.identifiers.map(({ code }) => code);
    expect(codes(happenings)).toEqual(['B', 'C']);
    expect(codes([...happenings, anUnmerge(INCIDENT, { incidentId: 'other' })])).toEqual(['B']);
  });

  it('names what was merged into it and what it was split into', () => {
    const part = anIncident({ incidentId: 'part' });
    const all = [
      anIncident(),
      other,
      part,
      aMerge(INCIDENT, { incidentId: 'other' }),
      aSplit(['part']),
      anIncidentLink('part'),
    ];
    expect(incident(all)).toMatchObject({
      mergedFrom: ['other'],
      parts: ['part'],
      links: [{ to: 'part', as: 'related' }],
    });
    expect(incident(all, NOW, 'part')).toMatchObject({ partOf: [INCIDENT], mergedFrom: [] });
  });

  it('has the last grade in each scheme and the last place', () => {
    const own = incident([
      anIncident(),
      aGrading('weak'),
      aGrading('fair'),
      aGrading('contested', { scheme: 'ours/1' }),
      aGeolocation(),
    ]);
    expect(own?.grades.map(({ grade }) => grade)).toEqual(['fair', 'contested']);
    expect(own?.location?.place.point).toEqual({ lat: 36.3, lon: 36.7 });
    expect(own?.casualties).toBeNull();
  });
});

import { aStatement, anIncident, aMerge, aSettingAside, killed } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { ClaimAboutAnother, IncidentAbsorbed } from '../../domain/refusals/identity.js';
import { ClaimUnknown } from '../../domain/refusals/unknown.js';
import { exactly } from '../../domain/values/figure.js';

const CLAIM = 'statement-a01#killed-child';
const SAID = [...WORLD, aStatement({ claims: [killed('child', exactly(2)), killed('person', exactly(9))] })];

describe('setting a claim aside', () => {
  it('records which one and why', () =>
    given(...SAID)
      .when(aSettingAside(CLAIM))
      .thenRecorded());

  it('said again adds nothing', () =>
    given(...SAID, aSettingAside(CLAIM), aSettingAside('statement-a01#killed-person'))
      .when(aSettingAside(CLAIM))
      .thenNothing());

  it('is recorded again for another reason', () =>
    given(...SAID, aSettingAside(CLAIM))
      .when(aSettingAside(CLAIM, { reason: 'unreliable' }))
      .thenRecorded());

  it('is refused of a claim that is not there', () =>
    given(...SAID)
      .when(aSettingAside('statement-a01#nothing'))
      .thenRefused(ClaimUnknown, '/claim'));

  it('is refused of a claim about another incident', () =>
    given(...SAID, anIncident({ incidentId: 'elsewhere' }))
      .when(aSettingAside(CLAIM, { incidentId: 'elsewhere' }))
      .thenRefused(ClaimAboutAnother, '/claim'));

  it('is refused on a basis about another incident', () =>
    given(
      ...SAID,
      anIncident({ incidentId: 'elsewhere' }),
      aStatement({
        statementId: 'a02',
        claims: [killed('child', exactly(4), { about: { incidents: ['elsewhere'] } })],
      }),
    )
      .when(aSettingAside(CLAIM, { basis: ['statement-a02#killed-child'] }))
      .thenRefused(ClaimAboutAnother, '/basis/0'));

  it('is refused of an absorbed incident', () =>
    given(...SAID, anIncident({ incidentId: 'second' }), aMerge('second'))
      .when(aSettingAside(CLAIM))
      .thenRefused(IncidentAbsorbed, ''));
});

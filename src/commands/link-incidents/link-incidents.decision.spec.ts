import { INCIDENT, anIncident, aMerge, anIncidentLink } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { IncidentAbsorbed } from '../../domain/refusals/identity.js';
import { LinkToItself } from '../../domain/refusals/links.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const TWO = [anIncident(), anIncident({ incidentId: 'second' })];

describe('linking two incidents', () => {
  it('records how they have to do with each other', () =>
    given(...TWO)
      .when(anIncidentLink('second'))
      .thenRecorded());

  it('said again adds nothing', () =>
    given(...TWO, anIncidentLink('second'))
      .when(anIncidentLink('second'))
      .thenNothing());

  it('is recorded again with another meaning', () =>
    given(...TWO, anIncidentLink('second'))
      .when(anIncidentLink('second', { as: 'follows' }))
      .thenRecorded());

  it('is refused of an incident and itself', () =>
    given(...TWO)
      .when(anIncidentLink(INCIDENT))
      .thenRefused(LinkToItself, '/to'));

  it('is refused to an unknown incident', () =>
    given(...TWO)
      .when(anIncidentLink('nowhere'))
      .thenRefused(Unknown, '/to'));

  it('is refused to an absorbed incident', () =>
    given(...TWO, anIncident({ incidentId: 'third' }), aMerge('third', { incidentId: 'second' }))
      .when(anIncidentLink('second'))
      .thenRefused(IncidentAbsorbed, '/to'));

  it('is refused from an absorbed incident', () =>
    given(...TWO, aMerge('second'))
      .when(anIncidentLink('second'))
      .thenRefused(IncidentAbsorbed, ''));
});

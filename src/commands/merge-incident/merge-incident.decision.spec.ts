import { INCIDENT, anIncident, aMerge, anUnmerge } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { AlreadyMerged, IncidentAbsorbed, MergedIntoItself } from '../../domain/refusals/identity.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const THREE = [anIncident(), anIncident({ incidentId: 'second' }), anIncident({ incidentId: 'third' })];

describe('merging an incident into another', () => {
  it('records which one lives on', () =>
    given(...THREE)
      .when(aMerge('second'))
      .thenRecorded());

  it('said again adds nothing', () =>
    given(...THREE, aMerge('second'))
      .when(aMerge('second'))
      .thenNothing());

  it('is refused into itself', () =>
    given(...THREE)
      .when(aMerge(INCIDENT))
      .thenRefused(MergedIntoItself, '/into'));

  it('is refused into an unknown incident', () =>
    given(...THREE)
      .when(aMerge('nowhere'))
      .thenRefused(Unknown, '/into'));

  it('is refused into an absorbed incident, naming the one to merge into', async () => {
    const absorbed = [...THREE, aMerge('third', { incidentId: 'second' })];

    await given(...absorbed)
      .when(aMerge('second'))
      .thenRefused(IncidentAbsorbed, '/into');
    await given(...absorbed)
      .when(aMerge('second'))
      .thenRefusedSaying('Name third instead');
  });

  it('is refused back into an incident that this one absorbed: that would be a circle', () =>
    given(...THREE, aMerge(INCIDENT, { incidentId: 'second' }))
      .when(aMerge('second'))
      .thenRefused(IncidentAbsorbed, '/into'));

  it('is refused while it is merged into another', () =>
    given(...THREE, aMerge('second'))
      .when(aMerge('third'))
      .thenRefused(AlreadyMerged, '/into'));

  it('is recorded again after it was unmerged', () =>
    given(...THREE, aMerge('second'), anUnmerge('second'))
      .when(aMerge('third'))
      .thenRecorded());

  it('is recorded of one that absorbed another', () =>
    given(...THREE, aMerge(INCIDENT, { incidentId: 'second' }))
      .when(aMerge('third'))
      .thenRecorded());

  it('is refused of an unknown incident', () =>
    given(...THREE)
      .when(aMerge('second', { incidentId: 'nowhere' }))
      .thenRefused(Unknown, ''));
});

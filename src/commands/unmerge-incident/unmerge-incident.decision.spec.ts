import { underId, anIncident, aMerge, anUnmerge, aWithdrawal } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { NotMerged } from '../../domain/refusals/identity.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

const MERGED = [
  anIncident(),
  anIncident({ incidentId: 'second' }),
  anIncident({ incidentId: 'third' }),
  aMerge('second'),
];

describe('unmerging an incident', () => {
  it('records that it stands by itself again', () =>
    given(...MERGED)
      .when(anUnmerge('second'))
      .thenRecorded());

  it('is refused from another than the one it was merged into', () =>
    given(...MERGED)
      .when(anUnmerge('third'))
      .thenRefused(NotMerged, '/from'));

  it('is refused of an incident that is not merged', () =>
    given(anIncident(), anIncident({ incidentId: 'second' }))
      .when(anUnmerge('second'))
      .thenRefused(NotMerged, '/from'));

  it('is refused twice', () =>
    given(...MERGED, anUnmerge('second'))
      .when(anUnmerge('second'))
      .thenRefused(NotMerged));

  it('is refused of a merge that we withdrew', () =>
    given(
      anIncident(),
      anIncident({ incidentId: 'second' }),
      underId(TARGET, aMerge('second')),
      aWithdrawal('incident-atmeh-2022', TARGET),
    )
      .when(anUnmerge('second'))
      .thenRefused(NotMerged));

  it('is refused of an unknown incident', () => given().when(anUnmerge('second')).thenRefused(Unknown, ''));
});

import { underId, aPlace, anIncident, anAmendment, aMerge, aWithdrawal } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { NothingAmended } from '../../domain/refusals/amendments.js';
import { IncidentAbsorbed } from '../../domain/refusals/identity.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

const amended = anAmendment({ place: aPlace({ precision: 'exact_location' }) });

describe('amending an incident', () => {
  it('records what changed', () => given(anIncident()).when(amended).thenRecorded());

  it('said again adds nothing', () => given(anIncident(), amended).when(amended).thenNothing());

  it('is recorded again once something else was said in between', () =>
    given(anIncident(), amended, anAmendment({ place: aPlace() }))
      .when(amended)
      .thenRecorded());

  it('is refused when it names nothing that changed', () =>
    given(anIncident()).when(anAmendment()).thenRefused(NothingAmended));

  it('is refused of an incident that was never opened', () => given().when(amended).thenRefused(Unknown, ''));

  it('is refused of an incident that we withdrew', () =>
    given(underId(TARGET, anIncident()), aWithdrawal('incident-atmeh-2022', TARGET))
      .when(amended)
      .thenRefused(Unknown));

  it('is refused of an absorbed incident, naming the one it lives on in', async () => {
    const world = [
      anIncident(),
      anIncident({ incidentId: 'second' }),
      anIncident({ incidentId: 'third' }),
      aMerge('second'),
      aMerge('third', { incidentId: 'second' }),
    ];

    await given(...world)
      .when(amended)
      .thenRefused(IncidentAbsorbed);
    await given(...world)
      .when(amended)
      .thenRefusedSaying('Name third instead');
  });
});

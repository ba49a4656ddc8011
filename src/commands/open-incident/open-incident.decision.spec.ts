import { aPlace, anIncident } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { AlreadyExists } from '../../domain/refusals/already-exists.js';
import { Unknown } from '../../domain/refusals/unknown.js';

describe('opening an incident', () => {
  it('opens it', () => given().when(anIncident()).thenRecorded());

  it('opened again it is the same incident', () => given(anIncident()).when(anIncident()).thenNothing());

  it('refuses an id that was used for another incident', () =>
    given(anIncident())
      .when(anIncident({ place: aPlace({ precision: 'town' }) }))
      .thenRefused(AlreadyExists, '/incidentId'));

  it('refuses a source that is not registered', () =>
    given()
      .when(anIncident({ sources: [{ source: 'nowhere' }] }))
      .thenRefused(Unknown, '/sources/0/source'));
});

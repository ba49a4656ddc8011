import {
  underId,
  anIncident,
  anIdentifier,
  anIdentifierWithdrawal,
  aMerge,
  aWithdrawal,
} from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { IdentifierAlreadyAssigned } from '../../domain/refusals/identifiers.js';
import { IncidentAbsorbed } from '../../domain/refusals/identity.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

describe('assigning a public code', () => {
  it('records whose code it is', () => given(anIncident()).when(anIdentifier()).thenRecorded());

  it('said again adds nothing', () => given(anIncident(), anIdentifier()).when(anIdentifier()).thenNothing());

  it('is refused when the incident has it already, with another address', () =>
    given(anIncident(), anIdentifier())
      .when(anIdentifier({ url: 'https://example.org/cs1977' }))
      .thenRefused(IdentifierAlreadyAssigned, '/code'));

  it('is recorded of the same code in another scheme', () =>
    given(anIncident(), anIdentifier())
      .when(anIdentifier({ scheme: 'cjtf-oir' }))
      .thenRecorded());

  it('is recorded of a code that another incident has: codes are shared', () =>
    given(anIncident(), anIncident({ incidentId: 'elsewhere' }), anIdentifier({ incidentId: 'elsewhere' }))
      .when(anIdentifier())
      .thenRecorded());

  it('is recorded again once it was withdrawn', () =>
    given(anIncident(), anIdentifier(), anIdentifierWithdrawal()).when(anIdentifier()).thenRecorded());

  it('is recorded again once we withdrew the entry', () =>
    given(anIncident(), underId(TARGET, anIdentifier()), aWithdrawal('incident-atmeh-2022', TARGET))
      .when(anIdentifier())
      .thenRecorded());

  it('is refused of an absorbed incident', () =>
    given(anIncident(), anIncident({ incidentId: 'second' }), aMerge('second'))
      .when(anIdentifier())
      .thenRefused(IncidentAbsorbed));

  it('is refused of an unknown incident', () => given().when(anIdentifier()).thenRefused(Unknown));
});

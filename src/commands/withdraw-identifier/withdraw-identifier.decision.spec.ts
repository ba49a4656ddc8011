import { anIncident, anIdentifier, anIdentifierWithdrawal } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { IdentifierNotAssigned } from '../../domain/refusals/identifiers.js';
import { Unknown } from '../../domain/refusals/unknown.js';

describe('withdrawing a public code', () => {
  it('records that it no longer names the incident', () =>
    given(anIncident(), anIdentifier()).when(anIdentifierWithdrawal()).thenRecorded());

  it('is refused of a code that the incident has not', () =>
    given(anIncident(), anIdentifier({ scheme: 'cjtf-oir' }))
      .when(anIdentifierWithdrawal())
      .thenRefused(IdentifierNotAssigned, '/code'));

  it('is refused twice', () =>
    given(anIncident(), anIdentifier(), anIdentifierWithdrawal())
      .when(anIdentifierWithdrawal())
      .thenRefused(IdentifierNotAssigned));

  it('is refused of an unknown incident', () => given().when(anIdentifierWithdrawal()).thenRefused(Unknown));
});

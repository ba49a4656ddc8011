import { anIdentifier, anIdentifierWithdrawal, anIncident } from '../../../test/support/builders.js';
import { logOf } from '../../../test/support/log.js';
import { registerOf } from '../../domain/register/register.js';
import { codesIn } from './identifier.query.js';

describe('a public code', () => {
  it('may name several incidents, one after the other, and the same one twice', () => {
    const { identifiers } = registerOf(
      logOf(
        anIncident(),
        anIdentifier(),
        anIdentifierWithdrawal(),
        anIdentifier({ incidentId: 'other' }),
        anIdentifier(),
      ),
    );
    expect(codesIn(identifiers).map(({ incidentId, withdrawn }) => [incidentId, withdrawn])).toEqual([
      ['atmeh-2022', 'reassigned'],
      ['other', null],
      ['atmeh-2022', null],
    ]);
  });
});

import { underId, aSource, aCopy, aVerification, aWithdrawal } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { NeverArchived } from '../../domain/refusals/subject.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

describe('verifying a source', () => {
  it('records whether the hash matched', () => given(aSource(), aCopy()).when(aVerification()).thenRecorded());

  it('records that it did not', () =>
    given(aSource(), aCopy())
      .when(aVerification({ outcome: 'differs' }))
      .thenRecorded());

  it('said again adds nothing', () => given(aSource(), aCopy(), aVerification()).when(aVerification()).thenNothing());

  it('is refused while no copy was archived', () =>
    given(aSource()).when(aVerification()).thenRefused(NeverArchived, '/sourceId'));

  it('is refused when we withdrew the only copy', () =>
    given(aSource(), underId(TARGET, aCopy()), aWithdrawal('source-briefing-page', TARGET))
      .when(aVerification())
      .thenRefused(NeverArchived));

  it('is refused of an unknown source', () => given().when(aVerification()).thenRefused(Unknown, ''));
});

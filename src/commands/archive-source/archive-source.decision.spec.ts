import { aSource, aCopy } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { Unknown } from '../../domain/refusals/unknown.js';

describe('archiving a source', () => {
  it('records where the copy is, and its hash', () => given(aSource()).when(aCopy()).thenRecorded());

  it('records a second copy', () =>
    given(aSource(), aCopy())
      .when(aCopy({ copy: 'https://archive.example.org/2' }))
      .thenRecorded());

  it('said again adds nothing', () => given(aSource(), aCopy()).when(aCopy()).thenNothing());

  it('is refused of an unknown source', () => given().when(aCopy()).thenRefused(Unknown, ''));
});

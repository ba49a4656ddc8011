import { at, aSource, aRemoval } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { Unknown } from '../../domain/refusals/unknown.js';

describe('reporting that a source was removed', () => {
  it('records when it was found gone', () => given(aSource()).when(aRemoval()).thenRecorded());

  it('said again adds nothing', () => given(aSource(), aRemoval()).when(aRemoval()).thenNothing());

  it('is recorded again when it had come back and went', () =>
    given(aSource(), aRemoval())
      .when(aRemoval({ foundAt: at('2022-06-05T00:00:00Z') }))
      .thenRecorded());

  it('is refused of an unknown source', () => given().when(aRemoval()).thenRefused(Unknown, ''));
});

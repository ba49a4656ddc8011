import { aSeries } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { AlreadyExists } from '../../domain/refusals/already-exists.js';

describe('defining a series', () => {
  it('records its slots', () => given().when(aSeries()).thenRecorded());

  it('defined again it is the same series', () => given(aSeries()).when(aSeries()).thenNothing());

  it('refuses an id that was used for another series', () =>
    given(aSeries())
      .when(aSeries({ slots: 'daily' }))
      .thenRefused(AlreadyExists, '/seriesId'));
});

import { aSource } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { AlreadyExists } from '../../domain/refusals/already-exists.js';
import { Unknown } from '../../domain/refusals/unknown.js';

describe('registering a source', () => {
  it('records what was published, and where', () => given().when(aSource()).thenRecorded());

  it('registered again it is the same source', () => given(aSource()).when(aSource()).thenNothing());

  it('refuses an id that was used for another source', () =>
    given(aSource())
      .when(aSource({ url: 'https://example.org/other' }))
      .thenRefused(AlreadyExists, '/sourceId'));

  it('refuses a publisher that is not registered', () =>
    given()
      .when(aSource({ publisher: 'nobody' }))
      .thenRefused(Unknown, '/publisher'));
});

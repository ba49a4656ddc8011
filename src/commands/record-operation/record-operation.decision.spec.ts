import { anOperation } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { AlreadyExists } from '../../domain/refusals/already-exists.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const CAST = WORLD.slice(0, -1); // all but the operation itself

describe('recording an operation', () => {
  it('records who conducted it and where', () =>
    given(...CAST)
      .when(anOperation())
      .thenRecorded());

  it('records an operation of which no incident is known', () =>
    given(...CAST)
      .when(anOperation({ incidents: [] }))
      .thenRecorded());

  it('sent again is the same operation', () =>
    given(...WORLD)
      .when(anOperation())
      .thenNothing());

  it('refuses an id that was used for another operation', () =>
    given(...WORLD)
      .when(anOperation({ kind: 'airstrike' }))
      .thenRefused(AlreadyExists, '/operationId'));

  it.each([
    ['incident', anOperation({ incidents: ['nowhere'] }), '/incidents/0'],
    ['operator', anOperation({ operators: [{ actor: 'nobody', role: 'conducted' }] }), '/operators/0/actor'],
    ['source', anOperation({ sources: [{ source: 'nowhere' }] }), '/sources/0/source'],
  ])('refuses an unknown %s', (_name, operation, pointer) =>
    given(...CAST)
      .when(operation)
      .thenRefused(Unknown, pointer),
  );
});

import { anActor } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { PartOfItself, PartOfTwoAtOnce, PeriodBackwards, ReservedId } from '../../domain/refusals/affiliations.js';
import { AlreadyExists } from '../../domain/refusals/already-exists.js';
import { LinkToItself } from '../../domain/refusals/links.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const SOMEBODY = anActor('somebody');
const PARENTS = [anActor('first'), anActor('second')];

describe('registering an actor', () => {
  it('records who it is', () => given().when(SOMEBODY).thenRecorded());

  it('registered again it is the same actor', () => given(SOMEBODY).when(SOMEBODY).thenNothing());

  it('refuses an id that was used for another actor', () =>
    given(SOMEBODY)
      .when(anActor({ actorId: 'somebody', type: 'court' }))
      .thenRefused(AlreadyExists, '/actorId'));

  it.each(['media', 'officials', 'unstated'])('refuses the id "%s": claims use it for somebody unnamed', (id) =>
    given().when(anActor(id)).thenRefused(ReservedId, '/actorId'),
  );

  it('records whom it was part of, one after the other', () =>
    given(...PARENTS)
      .when(
        anActor({
          actorId: 'somebody',
          partOf: [
            { actor: 'first', to: '2014-01-01' },
            { actor: 'second', from: '2014-01-01' },
          ],
        }),
      )
      .thenRecorded());

  it.each([
    ['both always', {}, {}],
    ['a day too many', { to: '2014-01-02' }, { from: '2014-01-01' }],
    ['one within the other', {}, { from: '2014-01-01', to: '2015-01-01' }],
  ])('refuses to be part of two at a time: %s', (_name, one, other) =>
    given(...PARENTS)
      .when(
        anActor({
          actorId: 'somebody',
          partOf: [
            { actor: 'first', ...one },
            { actor: 'second', ...other },
          ],
        }),
      )
      .thenRefused(PartOfTwoAtOnce, '/partOf/1'),
  );

  it('may be a member of many at a time', () =>
    given(...PARENTS)
      .when(anActor({ actorId: 'somebody', memberOf: [{ actor: 'first' }, { actor: 'second' }] }))
      .thenRecorded());

  it('refuses an affiliation that ends before it begins', () =>
    given(...PARENTS)
      .when(anActor({ actorId: 'somebody', partOf: [{ actor: 'first', from: '2014-01-02', to: '2014-01-01' }] }))
      .thenRefused(PeriodBackwards, '/partOf/0/to'));

  it('refuses to be part of itself', () =>
    given()
      .when(anActor({ actorId: 'somebody', partOf: [{ actor: 'somebody' }] }))
      .thenRefused(PartOfItself, '/partOf'));

  it('refuses to be a member of itself', () =>
    given()
      .when(anActor({ actorId: 'somebody', memberOf: [{ actor: 'somebody' }] }))
      .thenRefused(LinkToItself, '/memberOf/0/actor'));

  it.each([
    ['partOf', { partOf: [{ actor: 'nobody' }] }, '/partOf/0/actor'],
    ['memberOf', { memberOf: [{ actor: 'nobody' }] }, '/memberOf/0/actor'],
  ])('refuses an unknown actor in %s', (_name, over, pointer) =>
    given()
      .when(anActor({ actorId: 'somebody', ...over }))
      .thenRefused(Unknown, pointer),
  );
});

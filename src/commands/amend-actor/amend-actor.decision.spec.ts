import { onDay, anActor, anActorAmendment } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { PartOfItself } from '../../domain/refusals/affiliations.js';
import { NothingAmended } from '../../domain/refusals/amendments.js';
import { Unknown } from '../../domain/refusals/unknown.js';

const partOf = (actor: string, period: { readonly from?: string; readonly to?: string } = {}) => [{ actor, ...period }];
const later = (actorId: string, actor: string, period: object = {}) =>
  anActorAmendment({ actorId, effective: onDay('2020-01-01'), partOf: partOf(actor, period) });

describe('amending an actor', () => {
  it('records what changed, and from when on', () =>
    given(anActor('a'), anActor('b')).when(later('a', 'b')).thenRecorded());

  it('said again adds nothing', () =>
    given(anActor('a'), anActor('b'), later('a', 'b')).when(later('a', 'b')).thenNothing());

  it('is refused when it names nothing that changed', () =>
    given(anActor('a'))
      .when(anActorAmendment({ actorId: 'a' }))
      .thenRefused(NothingAmended));

  it('is refused of an actor that was never registered', () =>
    given(anActor('b')).when(later('a', 'b')).thenRefused(Unknown, ''));

  it('refuses a circle', () =>
    given(anActor('a'), anActor({ actorId: 'b', partOf: partOf('a') }))
      .when(later('a', 'b'))
      .thenRefused(PartOfItself, '/partOf'));

  it('refuses a circle through others', () =>
    given(anActor('a'), anActor({ actorId: 'b', partOf: partOf('a') }), anActor({ actorId: 'c', partOf: partOf('b') }))
      .when(later('a', 'c'))
      .thenRefused(PartOfItself, '/partOf'));

  it('lets a chain turn round: a was part of b, then b of a', () =>
    given(anActor('b'), anActor({ actorId: 'a', partOf: partOf('b', { to: '2020-01-01' }) }))
      .when(later('b', 'a'))
      .thenRecorded());

  it('sees no circle where the affiliation was ended by an amendment', () =>
    given(
      anActor('a'),
      anActor({ actorId: 'b', partOf: partOf('a') }),
      anActorAmendment({ actorId: 'b', effective: onDay('2019-01-01'), partOf: [] }),
    )
      .when(later('a', 'b'))
      .thenRecorded());

  it('is not stopped by a circle of others that slipped through a race', () =>
    given(anActor('a'), anActor({ actorId: 'b', partOf: partOf('c') }), anActor({ actorId: 'c', partOf: partOf('b') }))
      .when(later('a', 'b'))
      .thenRecorded());
});

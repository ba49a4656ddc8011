import {
  SPEAKER,
  aStatement,
  aReport,
  anIncident,
  aLink,
  aRelayLink,
  anUnlink,
  killed,
  occurrence,
} from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import {
  AlreadyLinked,
  ClaimOfAnotherAct,
  LinkToItself,
  OtherKind,
  OtherParty,
  OtherSubject,
  SameParty,
} from '../../domain/refusals/links.js';
import { ClaimUnknown, Unknown } from '../../domain/refusals/unknown.js';
import { exactly } from '../../domain/values/figure.js';

const FROM = 'statement-a02#killed-child';
const TO = 'statement-a01#killed-child';
const earlier = aStatement({ claims: [killed('child', exactly(2)), occurrence('affirms')] });
const later = aStatement({ statementId: 'a02', claims: [killed('child', exactly(4))] });
const elses = aStatement({ statementId: 'a02', speaker: 'snhr', claims: [killed('child', exactly(4))] });
const stating = (over: object) => aStatement({ statementId: 'a02', claims: [killed('child', exactly(4), over)] });

describe('linking claims that were recorded out of order', () => {
  it('records that one supersedes the other', () =>
    given(...WORLD, later, earlier)
      .when(aLink(FROM, TO))
      .thenRecorded());

  it('records that one relays the other', () =>
    given(...WORLD, elses, earlier)
      .when(aRelayLink(FROM, TO))
      .thenRecorded());

  it('links a report to a statement', () =>
    given(...WORLD, earlier, aReport({ publisher: SPEAKER, claims: [killed('child', exactly(4))] }))
      .when(aLink('report-r01#killed-child', TO))
      .thenRecorded());

  it('done again adds nothing', () =>
    given(...WORLD, later, earlier, aLink(FROM, TO))
      .when(aLink(FROM, TO))
      .thenNothing());

  it('adds nothing to what the claim states itself', () =>
    given(...WORLD, earlier, stating({ supersedes: { claim: TO, change: 'revises', announced: 'yes' } }))
      .when(aLink(FROM, TO))
      .thenNothing());

  it('adds nothing to the relay that the claim states itself', () =>
    given(
      ...WORLD,
      earlier,
      aStatement({ ...elses.data, claims: [killed('child', exactly(4), { relays: { claim: TO } })] }),
    )
      .when(aRelayLink(FROM, TO))
      .thenNothing());

  it('is recorded again after it was unlinked', () =>
    given(...WORLD, later, earlier, aLink(FROM, TO), anUnlink(FROM, TO))
      .when(aLink(FROM, TO))
      .thenRecorded());

  it('is refused when they are linked in another way', () =>
    given(...WORLD, later, earlier, aLink(FROM, TO))
      .when(aLink(FROM, TO, { change: 'retracts' }))
      .thenRefused(AlreadyLinked, '/to'));

  it('joins a relay to the actor it named, once that claim is recorded', () =>
    given(
      ...WORLD,
      aStatement({ ...elses.data, claims: [killed('child', exactly(4), { relays: { actor: SPEAKER } })] }),
      earlier,
    )
      .when(aRelayLink(FROM, TO))
      .thenRecorded());

  describe('is refused', () => {
    it('at another act than the one it starts from', () => {
      const link = aLink(FROM, TO);
      return given(...WORLD, later, earlier)
        .when({ ...link, id: 'a01', stream: 'statement-a01' })
        .thenRefused(ClaimOfAnotherAct, '/from');
    });

    it('from a claim that the act does not make', () =>
      given(...WORLD, later, earlier)
        .when(aLink('statement-a02#x', TO))
        .thenRefused(ClaimUnknown, '/from'));

    it('to a claim that is not there', () =>
      given(...WORLD, later, earlier)
        .when(aLink(FROM, 'statement-a09#x'))
        .thenRefused(ClaimUnknown, '/to'));

    it('of a claim and itself', () =>
      given(...WORLD, later, earlier)
        .when(aLink(FROM, FROM))
        .thenRefused(LinkToItself, '/to'));

    it('when one would supersede another party', () =>
      given(...WORLD, elses, earlier)
        .when(aLink(FROM, TO))
        .thenRefused(OtherParty, '/to'));

    it('when one would relay its own party', () =>
      given(...WORLD, later, earlier)
        .when(aRelayLink(FROM, TO))
        .thenRefused(SameParty, '/to'));

    it('when they are of different kinds', () =>
      given(...WORLD, later, earlier)
        .when(aLink(FROM, 'statement-a01#occurrence'))
        .thenRefused(OtherKind, '/to'));

    it('when they are about different incidents', () =>
      given(
        ...WORLD,
        anIncident({ incidentId: 'elsewhere' }),
        stating({ about: { incidents: ['elsewhere'] } }),
        earlier,
      )
        .when(aLink(FROM, TO))
        .thenRefused(OtherSubject, '/to'));

    it('at an act that was never recorded', () =>
      given(...WORLD, earlier)
        .when(aLink(FROM, TO))
        .thenRefused(Unknown, ''));
  });
});

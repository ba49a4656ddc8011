import { underId, aStatement, aWithdrawal, aLink, anUnlink, killed } from '../../../test/support/builders.js';
import { given } from '../../../test/support/given.js';
import { WORLD } from '../../../test/support/world.js';
import { ClaimOfAnotherAct, NotLinked } from '../../domain/refusals/links.js';
import { exactly } from '../../domain/values/figure.js';

const TARGET = '00000000-0000-7000-8000-000000009001';

const FROM = 'statement-a02#killed-child';
const TO = 'statement-a01#killed-child';
const earlier = aStatement({ claims: [killed('child', exactly(2))] });
const later = aStatement({ statementId: 'a02', claims: [killed('child', exactly(4))] });

describe('unlinking claims', () => {
  it('records that our link was a mistake', () =>
    given(...WORLD, later, earlier, aLink(FROM, TO))
      .when(anUnlink(FROM, TO))
      .thenRecorded());

  it('is refused when we never linked them', () =>
    given(...WORLD, later, earlier)
      .when(anUnlink(FROM, TO))
      .thenRefused(NotLinked, '/to'));

  it('is refused when we linked them as something else', () =>
    given(...WORLD, later, earlier, aLink(FROM, TO))
      .when(anUnlink(FROM, TO, { as: 'relays' }))
      .thenRefused(NotLinked));

  it('is refused twice', () =>
    given(...WORLD, later, earlier, aLink(FROM, TO), anUnlink(FROM, TO))
      .when(anUnlink(FROM, TO))
      .thenRefused(NotLinked));

  it('is refused of a link that the claim states itself: that is corrected with the act', () => {
    const supersedes = { claim: TO, change: 'revises', announced: 'yes' } as const;
    const stated = aStatement({ statementId: 'a02', claims: [killed('child', exactly(4), { supersedes })] });
    return given(...WORLD, earlier, stated)
      .when(anUnlink(FROM, TO))
      .thenRefused(NotLinked);
  });

  it('is recorded though the other act was withdrawn since', () =>
    given(...WORLD, later, underId(TARGET, earlier), aLink(FROM, TO), aWithdrawal(earlier.stream, TARGET))
      .when(anUnlink(FROM, TO))
      .thenRecorded());

  it('is refused at another act than the one the link starts from', () => {
    const unlink = anUnlink(FROM, TO);
    return given(...WORLD, later, earlier, aLink(FROM, TO))
      .when({ ...unlink, id: 'a01', stream: 'statement-a01' })
      .thenRefused(ClaimOfAnotherAct, '/from');
  });
});

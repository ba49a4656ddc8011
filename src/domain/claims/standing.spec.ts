import {
  aCorrection,
  aLink,
  anActor,
  anUnlink,
  aRelayLink,
  aStatement,
  at,
  aWithdrawal,
  injured,
  killed,
  onDay,
  responsibility,
} from '../../../test/support/builders.js';
import { placesOf, recordedBy, saidBy, standingKilled } from '../../../test/support/asking.js';
import { record } from '../../../test/support/facts.js';
import { eventIdOf } from '../../../test/support/log.js';
import { claimHistory } from './history.js';
import { workOf } from '../../../test/support/work.js';
import { NOW } from '../as-of.js';
import { about, atLeast, atMost, exactly, type Figure } from '../values/figure.js';
import type { Supersedes } from './kinds/claim-base.js';

const PERSON = 'killed-person';

/** White Helmets say, on a day of February 2022, how many were killed. */
const says = (
  statementId: string,
  day: number,
  figure: Figure | undefined,
  supersedes?: Supersedes,
  speaker = 'white-helmets',
) =>
  aStatement({
    statementId,
    speaker,
    issuedAt: at(`2022-02-${String(day).padStart(2, '0')}T12:00:00Z`),
    claims: [killed('person', figure, supersedes === undefined ? {} : { supersedes })],
  });

const changing = (id: string, change: Supersedes['change'] = 'revises'): Supersedes => ({
  claim: `statement-${id}#${PERSON}`,
  change,
  announced: 'yes',
});

describe('on a line', () => {
  it('the last bounded figure stands, and the one before is followed, not superseded', () => {
    const facts = record(says('a', 3, exactly(9)), says('b', 4, exactly(13)));
    expect(placesOf(facts)).toEqual({ a: 'followed', b: 'stands' });
    expect(claimHistory(facts, NOW).claims[0]?.followedBy).toEqual([`statement-b#${PERSON}`]);
  });

  it('the order is that of being said, not of being recorded', () => {
    expect(placesOf(record(says('b', 4, exactly(13)), says('a', 3, exactly(9))))).toEqual({
      a: 'followed',
      b: 'stands',
    });
  });

  it('a later open-ended figure with a higher floor stands instead', () => {
    expect(placesOf(record(says('a', 3, exactly(9)), says('b', 4, atLeast(10))))).toEqual({
      a: 'followed',
      b: 'stands',
    });
  });

  it('a later open-ended figure without one is set beside it', () => {
    const facts = record(says('a', 3, exactly(9)), says('b', 4, atLeast(9)), says('c', 5, about(20)));
    expect(placesOf(facts)).toEqual({ a: 'stands', b: 'set_beside', c: 'set_beside' });
  });

  it('of several open-ended figures the highest stands, of equal ones the latest', () => {
    const facts = record(
      says('a', 3, atLeast(9)),
      says('b', 4, atLeast(13)),
      says('c', 5, atLeast(13)),
      says('d', 6, atLeast(4)),
    );
    expect(placesOf(facts)).toEqual({ a: 'set_beside', b: 'set_beside', c: 'stands', d: 'set_beside' });
  });

  it('a figure that says how many at most is bounded', () => {
    expect(placesOf(record(says('a', 3, exactly(9)), says('b', 4, atMost(7))))).toEqual({ a: 'followed', b: 'stands' });
  });

  it('claims of one act stand together', () => {
    const twice = aStatement({
      claims: [killed('person', exactly(13)), killed('person', atLeast(1), { claimId: 'again' })],
    });
    expect(standingKilled(record(twice), 'person')).toEqual(['a01: 13..13', 'a01: 1..']);
  });

  it('neighbours that overlap in time are marked as of unknown order, others not', () => {
    const onTheThird = (statementId: string) =>
      aStatement({ statementId, issuedAt: onDay('2022-02-03'), claims: [killed('person', exactly(9))] });
    const facts = record(onTheThird('a'), onTheThird('b'), says('c', 5, exactly(3)));
    const unknown = claimHistory(facts, NOW).claims.filter(({ orderUnknown }) => orderUnknown);
    expect(unknown.map(({ act }) => act)).toEqual(['statement-a', 'statement-b']);
    expect(placesOf(facts)).toMatchObject({ c: 'stands' });
  });

  it('of two dates that follow each other the order is known', () => {
    const onThe = (day: string) =>
      aStatement({ statementId: `on-${day}`, issuedAt: onDay(day), claims: [killed('person', exactly(9))] });
    const facts = record(onThe('2022-02-03'), onThe('2022-02-04'));
    expect(claimHistory(facts, NOW).claims.map(({ orderUnknown }) => orderUnknown)).toEqual([false, false]);
  });

  it('of other kinds the last stance stands', () => {
    const stance = (statementId: string, day: number, accepts: boolean) =>
      aStatement({
        statementId,
        issuedAt: at(`2022-02-0${day}T00:00:00Z`),
        claims: [responsibility(accepts ? 'accepts' : 'denies')],
      });
    expect(placesOf(record(stance('a', 3, false), stance('b', 4, true)))).toEqual({ a: 'followed', b: 'stands' });
  });

  it('what is passed on or conditional never takes the place of what the claimant says', () => {
    const passingOn = aStatement({
      statementId: 'b',
      issuedAt: at('2022-02-05T00:00:00Z'),
      claims: [
        killed('person', exactly(2), { claimId: 'x', accordingTo: ['media'] }),
        killed('person', exactly(3), { claimId: 'y', certainty: 'conditional' }),
        killed('person', exactly(4), { claimId: 'z', relays: { actor: 'sohr' } }),
      ],
    });
    expect(standingKilled(record(says('a', 3, exactly(9)), passingOn), 'person')).toContain('a: 9..9');
  });
});

describe('an explicit link', () => {
  it.each(['revises', 'reaffirms', 'retracts'] as const)('that %s replaces what it names', (change) => {
    const facts = record(
      says('a', 3, exactly(9)),
      says('b', 4, change === 'retracts' ? undefined : exactly(3), changing('a', change)),
    );
    expect(placesOf(facts)).toEqual({ a: 'superseded', b: change === 'retracts' ? 'says_nothing' : 'stands' });
  });

  it('that supplements replaces nothing', () => {
    const facts = record(says('a', 3, exactly(9)), says('b', 4, exactly(2), changing('a', 'supplements')));
    expect(placesOf(facts)).toEqual({ a: 'stands', b: 'stands' });
  });

  it('leaves standing only what comes after the last claim it superseded', () => {
    const facts = record(
      says('a', 3, exactly(5)),
      says('b', 4, exactly(9)),
      says('c', 5, undefined, changing('b', 'retracts')),
    );
    expect(placesOf(facts)).toEqual({ a: 'followed', b: 'superseded', c: 'says_nothing' });
  });

  it('to a figure that is taken back lets a new one stand', () => {
    const facts = record(
      says('a', 3, exactly(5)),
      says('b', 4, undefined, changing('a', 'retracts')),
      says('c', 5, exactly(7)),
    );
    expect(placesOf(facts)).toEqual({ a: 'superseded', b: 'says_nothing', c: 'stands' });
  });

  it('acts through an entry that was withdrawn', () => {
    const facts = record(
      says('a', 3, exactly(5)),
      says('b', 4, exactly(6), changing('a')),
      says('c', 5, exactly(7), changing('b')),
      aWithdrawal('statement-b', eventIdOf(2)),
    );
    expect(placesOf(facts)).toEqual({ a: 'superseded', c: 'stands' });
    expect(claimHistory(facts, NOW).withdrawn.map(({ claim }) => claim)).toEqual([`statement-b#${PERSON}`]);
  });

  it('acts through an act that was not said yet', () => {
    const facts = record(
      says('a', 3, exactly(5), undefined, 'x'),
      says('late', 9, exactly(6), changing('a'), 'x'),
      says('c', 5, exactly(7), changing('late'), 'x'),
    );
    expect(placesOf(facts, saidBy('2022-02-06T00:00:00Z'))).toEqual({ a: 'superseded', c: 'stands' });
  });

  it('lets what supersedes stand although it was recorded and ordered before', () => {
    const sameDay = (statementId: string, n: number) =>
      aStatement({ statementId, issuedAt: onDay('2022-02-03'), claims: [killed('person', exactly(n))] });
    const facts = record(
      sameDay('new', 4),
      sameDay('old', 3),
      aLink(`statement-new#${PERSON}`, `statement-old#${PERSON}`),
    );
    expect(placesOf(facts)).toEqual({ new: 'stands', old: 'superseded' });
  });

  it('is void between two parties, and acts again when they prove to be one', () => {
    const facts = record(
      says('a', 3, exactly(5), undefined, 'kirby'),
      says('b', 4, exactly(6), changing('a'), 'biden'),
      anActor({ actorId: 'kirby', partOf: [{ actor: 'us' }] }),
      anActor({ actorId: 'biden', partOf: [{ actor: 'us' }] }),
    );
    expect(placesOf(facts, recordedBy(3))).toEqual({ a: 'stands', b: 'stands' });
    expect(placesOf(facts)).toEqual({ a: 'superseded', b: 'stands' });
  });

  it('recorded by us acts until we unlink it', () => {
    const [a, b] = [`statement-a#${PERSON}`, `statement-b#${PERSON}`];
    const facts = record(says('a', 3, exactly(5)), says('b', 4, atLeast(1)), aLink(b, a), anUnlink(b, a));
    expect(placesOf(facts, recordedBy(2))).toEqual({ a: 'stands', b: 'set_beside' });
    expect(placesOf(facts, recordedBy(3))).toEqual({ a: 'superseded', b: 'stands' });
    expect(placesOf(facts)).toEqual({ a: 'stands', b: 'set_beside' });
  });

  it('that would close a circle is void, the later one', () => {
    const [a, b] = [`statement-a#${PERSON}`, `statement-b#${PERSON}`];
    const facts = record(says('a', 3, exactly(5)), says('b', 4, exactly(6)), aLink(b, a), aLink(a, b));
    expect(placesOf(facts)).toEqual({ a: 'superseded', b: 'stands' });
  });

  it('of a conditional count replaces only conditional ones', () => {
    const conditional = aStatement({
      statementId: 'b',
      issuedAt: at('2022-02-05T00:00:00Z'),
      claims: [killed('person', exactly(2), { certainty: 'conditional', supersedes: changing('a') })],
    });
    const facts = record(says('a', 3, exactly(9)), conditional);
    expect(placesOf(facts)).toEqual({ a: 'stands', b: 'stands' });
    const [older, newer] = claimHistory(facts, NOW).claims;
    expect([newer?.supersedes, older?.supersededBy]).toMatchObject([
      [{ void: 'conditional' }],
      [{ void: 'conditional' }],
    ]);
  });

  it('to another key still takes the old claim out, and what was before it', () => {
    const facts = record(
      says('a', 3, exactly(5)),
      says('b', 4, exactly(6)),
      aStatement({
        statementId: 'c',
        issuedAt: at('2022-02-05T00:00:00Z'),
        claims: [injured('person', exactly(6), { supersedes: changing('b') })],
      }),
    );
    expect(placesOf(facts)).toEqual({ a: 'followed', b: 'superseded', c: 'stands' });
  });

  it('lets nothing out of a chain of ten thousand come back, for ten times the work of a thousand', () => {
    const chain = (length: number) =>
      record(
        ...Array.from({ length }, (_, index) =>
          aStatement({
            statementId: `s${index}`,
            issuedAt: at(new Date(Date.UTC(2022, 1, 3) + index * 60_000).toISOString()),
            claims: [killed('person', exactly(index), index === 0 ? {} : { supersedes: changing(`s${index - 1}`) })],
          }),
        ),
      );
    const [short, long] = [chain(1_000), chain(10_000)];
    expect(standingKilled(long, 'person')).toEqual(['s9999: 9999..9999']);
    const [less, more] = [short, long].map((facts) => workOf(() => standingKilled(facts, 'person')));
    expect(more! / less!).toBeLessThan(14);
  });
});

describe('on both clocks', () => {
  it('an act that may have been said later is listed and counts in nothing', () => {
    const facts = record(
      says('a', 3, exactly(9)),
      aStatement({
        statementId: 'b',
        issuedAt: onDay('2022-02-04'),
        claims: [killed('person', exactly(13), { supersedes: changing('a') })],
      }),
    );
    expect(placesOf(facts, saidBy('2022-02-04T12:00:00Z'))).toEqual({ a: 'stands', b: 'possibly_said' });
    expect(placesOf(facts, saidBy('2022-02-05T02:00:00+02:00'))).toEqual({ a: 'superseded', b: 'stands' });
    expect(placesOf(facts, saidBy('2022-02-03T23:00:00Z'))).toEqual({ a: 'stands' });
  });

  it('an error of ours shows as it stood before we corrected it, and in the history after', () => {
    const wrong = says('a', 3, exactly(31));
    const facts = record(
      wrong,
      aCorrection('statement-a', eventIdOf(1), { ...wrong.data, claims: [killed('person', exactly(13))] }),
    );
    expect(standingKilled(facts, 'person', recordedBy(1))).toEqual(['a: 31..31']);
    expect(standingKilled(facts, 'person')).toEqual(['a: 13..13']);
    const [entry] = claimHistory(facts, NOW).claims;
    expect(entry?.corrections).toMatchObject([{ claim: { figure: { min: 31 } } }]);
    expect(claimHistory(facts, recordedBy(1)).claims[0]?.corrections).toEqual([]);
  });

  it('a relay that we linked is a relay from then on', () => {
    const facts = record(
      says('a', 3, exactly(9)),
      says('b', 4, exactly(9), undefined, 'an-outlet'),
      aRelayLink(`statement-b#${PERSON}`, `statement-a#${PERSON}`),
    );
    const relayed = (n: number) => claimHistory(facts, recordedBy(n)).claims.map((claim) => claim.relayed);
    expect([relayed(2), relayed(3)]).toEqual([
      [false, false],
      [false, true],
    ]);
  });
});

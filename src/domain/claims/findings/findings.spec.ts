import {
  aCorrection,
  aLink,
  anActor,
  anIncident,
  aPlace,
  aReport,
  aResolution,
  aStatement,
  at,
  aSettingAside,
  civilianStatus,
  INCIDENT,
  killed,
  located,
  occurrence,
  onDay,
  responsibility,
  type Happening,
} from '../../../../test/support/builders.js';
import { findingsBy, recordedBy, saidBy } from '../../../../test/support/asking.js';
import { record } from '../../../../test/support/facts.js';
import { eventIdOf } from '../../../../test/support/log.js';
import { NOW } from '../../as-of.js';
import { atLeast, between, exactly, type Figure } from '../../values/figure.js';
import type { When } from '../../values/when.js';
import type { FindingRule } from '../../vocabularies/finding-rule.js';
import type { Claim } from '../claim.js';
import { findings } from './index.js';

const act = (statementId: string, claims: readonly Claim[], day = 3, speaker = statementId) =>
  aStatement({ statementId, speaker, issuedAt: at(`2022-02-0${day}T12:00:00Z`), claims });
const children = (speaker: string, figure: Figure, over: Parameters<typeof killed>[2] = {}, day = 3) =>
  act(speaker, [killed('child', figure, over)], day);
const refOf = (id: string, claim = 'killed-child') => `statement-${id}#${claim}`;

const rulesFound = (...happenings: readonly Happening[]) =>
  findings(record(...happenings), NOW).map(({ rule }) => rule);
const membersOf = (rule: FindingRule, ...happenings: readonly Happening[]) =>
  findingsBy(record(...happenings), rule).map(({ members }) => [...members].sort());

describe('range_disjoint', () => {
  it('is found between figures of two parties that cannot both be true', () => {
    const [finding, ...others] = findingsBy(
      record(children('sohr', exactly(4)), children('unicef', atLeast(6))),
      'range_disjoint',
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      key: 'count killed child not_stated occurred',
      subject: `incident-${INCIDENT}`,
      memberCount: 2,
      status: 'open',
      scopeAssumed: false,
    });
    expect(finding?.extremes?.map(({ claimant, figure }) => [claimant, figure.min])).toEqual([
      ['sohr', 4],
      ['unicef', 6],
    ]);
  });

  it('is not found between figures that may both be true, or of one party, or of different things', () => {
    expect(rulesFound(children('a', atLeast(4)), children('b', exactly(6)))).toEqual([]);
    expect(
      rulesFound(
        anActor({ actorId: 'a', partOf: [{ actor: 'us' }] }),
        anActor({ actorId: 'b', partOf: [{ actor: 'us' }] }),
        children('a', exactly(4)),
        children('b', exactly(6)),
      ),
    ).toEqual([]);
    const civilians = killed('person', exactly(10), { counted: { status: 'civilian' } });
    expect(rulesFound(act('a', [killed('person', exactly(13))]), act('b', [civilians]))).toEqual([]);
  });

  it('names everybody in it, widest apart first, and nobody else', () => {
    const [finding] = findingsBy(
      record(
        children('a', exactly(4)),
        children('b', exactly(6)),
        children('c', exactly(9)),
        children('d', between(1, 20)),
      ),
      'range_disjoint',
    );
    expect(finding?.members).toEqual(['a', 'b', 'c'].map((one) => refOf(one)));
    expect(finding?.extremes?.map(({ claimant }) => claimant)).toEqual(['a', 'c']);
  });

  it('compares a figure without a status with those that state one, but no two statuses', () => {
    const stating = (status: 'civilian' | 'combatant') => ({ counted: { status } });
    expect(
      rulesFound(children('a', exactly(4), stating('civilian')), children('b', exactly(6), stating('combatant'))),
    ).toEqual([]);
    expect(
      findingsBy(record(children('a', exactly(4)), children('b', exactly(6), stating('civilian'))), 'range_disjoint'),
    ).toMatchObject([{ key: 'count killed child not_stated occurred', scopeAssumed: true }]);
  });

  it('is not found for `other`, relays, derived, conditional or set aside figures', () => {
    const a = children('a', exactly(4));
    expect(rulesFound(a, children('b', exactly(6), { derived: true }))).toEqual([]);
    expect(rulesFound(a, children('b', exactly(6), { certainty: 'conditional' }))).toEqual([]);
    expect(rulesFound(a, children('b', exactly(6), { accordingTo: ['media'] }))).toEqual([]);
    expect(rulesFound(a, children('b', exactly(6)), aSettingAside(refOf('b')))).toEqual([]);
    const other = (id: string, n: number) =>
      act(id, [killed('other', exactly(n), { counted: { label: [{ lang: 'en', text: 'Shepherds' }] } })]);
    expect(rulesFound(other('a', 1), other('b', 2))).toEqual([]);
  });

  it('holds since the second of the two was said, and since it was recorded', () => {
    const facts = record(
      children('late', exactly(6), {}, 5),
      children('c', exactly(5), {}, 6),
      children('early', exactly(4), {}, 4),
    );
    expect(findingsBy(facts, 'range_disjoint')[0]?.since).toEqual({
      claimed: '2022-02-05T12:00:00Z',
      recorded: '2024-01-01T00:00:01.000Z',
      position: '0000000000000002',
    });
    expect(findingsBy(facts, 'range_disjoint', recordedBy(1))).toEqual([]);
    expect(findingsBy(facts, 'range_disjoint', saidBy('2022-02-05T11:59:59Z'))).toEqual([]);
    expect(findingsBy(facts, 'range_disjoint', saidBy('2022-02-05T12:00:00Z'))).toHaveLength(1);
  });

  it('is not found between a coalition and its member, but between its members, and against anybody else', () => {
    const member = (actorId: string) => anActor({ actorId, memberOf: [{ actor: 'coalition' }] });
    const [us, uk, coalition] = [
      children('us', exactly(3)),
      children('uk', exactly(5)),
      children('coalition', exactly(9)),
    ];
    expect(rulesFound(member('us'), us, coalition)).toEqual([]);
    expect(membersOf('range_disjoint', member('us'), member('uk'), us, uk, coalition)).toEqual([
      [refOf('uk'), refOf('us')],
    ]);
    const [finding] = findingsBy(record(member('us'), us, coalition, children('x', exactly(7))), 'range_disjoint');
    expect(finding?.members).toHaveLength(3);
    expect(finding?.extremes?.map(({ claimant }) => claimant)).toEqual(['us', 'x']);
  });

  it('is reopened when a figure that the reviewer looked at is corrected, and settled by another look', () => {
    const [a, b] = [children('a', exactly(5)), children('b', exactly(8))];
    const [found] = findingsBy(record(a, b), 'range_disjoint');
    const look = aResolution(found?.members ?? [], { finding: found?.id ?? '' });
    const corrected = aCorrection('statement-b', eventIdOf(2), {
      ...b.data,
      claims: [killed('child', exactly(800))],
    });
    const statusAfter = (...happenings: readonly Happening[]) =>
      findingsBy(record(a, b, ...happenings), 'range_disjoint').map(({ status }) => status);
    expect(statusAfter(look)).toEqual(['resolved']);
    expect(statusAfter(look, corrected)).toEqual(['open']);
    expect(statusAfter(corrected, look)).toEqual(['resolved']);
    expect(statusAfter(look, corrected, look)).toEqual(['resolved']);
    expect(findingsBy(record(a, b, look, corrected), 'range_disjoint', recordedBy(3))).toMatchObject([
      { status: 'resolved' },
    ]);
  });

  it('is resolved by a look at all its members, and reopened by a new one', () => {
    const [a, b, c] = [children('a', exactly(4)), children('b', exactly(6)), children('c', exactly(9))];
    const [found] = findingsBy(record(a, b), 'range_disjoint');
    const settled = aResolution(found?.members ?? [], { finding: found?.id ?? '' });
    expect(findingsBy(record(a, b, settled), 'range_disjoint')).toMatchObject([
      { id: found?.id, status: 'resolved', resolutions: [{ resolution: 'explained' }] },
    ]);
    expect(findingsBy(record(a, b, settled, c), 'range_disjoint')).toMatchObject([{ id: found?.id, status: 'open' }]);
  });
});

describe('disputes', () => {
  const accuse = (id: string, actor: string) => act(id, [responsibility('attributes', { actor })]);

  it('responsibility: attributed and denied', () => {
    expect(membersOf('responsibility', accuse('sana', 'us'), act('us', [responsibility('denies')]))).toHaveLength(1);
    expect(rulesFound(accuse('sana', 'us'), act('russia', [responsibility('denies')]))).toEqual([]);
    expect(rulesFound(accuse('sana', 'us'), act('us', [responsibility('cannot_say')]))).toEqual([]);
  });

  it('responsibility: attributed to two, but not by one act that names both', () => {
    expect(membersOf('responsibility', accuse('a', 'us'), accuse('b', 'isis'))).toHaveLength(1);
    const both = act('a', [
      responsibility('attributes', { actor: 'us' }),
      responsibility('attributes', { claimId: 'two', actor: 'uk' }),
    ]);
    expect(rulesFound(both)).toEqual([]);
    expect(rulesFound(accuse('a', 'us'), accuse('b', 'us'))).toEqual([]);
  });

  const naming = (id: string, ...actors: readonly string[]) =>
    act(
      id,
      actors.map((actor) => responsibility('attributes', { claimId: actor, actor })),
    );

  it('responsibility: two acts that name the same several parties agree, as do those that name more and fewer', () => {
    expect(rulesFound(naming('a', 'us', 'uk'), naming('b', 'uk', 'us'))).toEqual([]);
    expect(rulesFound(naming('a', 'us', 'uk'), naming('b', 'us'))).toEqual([]);
    expect(rulesFound(naming('a', 'us', 'uk'), act('us', [responsibility('accepts')]))).toEqual([]);
  });

  it('responsibility: two acts that each name somebody whom the other does not are at odds', () => {
    expect(membersOf('responsibility', naming('a', 'us', 'uk'), naming('b', 'uk', 'isis'))).toEqual([
      [refOf('a', 'uk'), refOf('a', 'us'), refOf('b', 'isis'), refOf('b', 'uk')],
    ]);
    const [dispute] = findingsBy(
      record(
        naming('a', 'us', 'uk'),
        act('b', naming('b', 'uk', 'us').data.claims, 4),
        act('c', naming('c', 'isis').data.claims, 5),
      ),
      'responsibility',
    );
    expect(dispute?.since.claimed).toBe('2022-02-05T12:00:00Z');
  });

  it('responsibility: of several accused, the one that denies it is in dispute', () => {
    expect(
      membersOf('responsibility', naming('a', 'us', 'uk'), naming('b', 'us'), act('uk', [responsibility('denies')])),
    ).toEqual([[refOf('a', 'uk'), refOf('uk', 'responsibility-harm')]]);
  });

  it('responsibility: a coalition accused by one and its member by another are not two', () => {
    const member = (actorId: string) => anActor({ actorId, memberOf: [{ actor: 'coalition' }] });
    expect(rulesFound(member('us'), naming('a', 'us'), naming('b', 'coalition'))).toEqual([]);
    expect(rulesFound(member('us'), naming('a', 'isis'), naming('b', 'coalition'))).toEqual(['responsibility']);
    expect(rulesFound(member('us'), member('uk'), naming('a', 'us'), naming('b', 'uk'))).toEqual(['responsibility']);
  });

  it('occurrence: affirmed and denied', () => {
    expect(membersOf('occurrence', act('a', [occurrence('affirms')]), act('b', [occurrence('denies')]))).toEqual([
      [refOf('a', 'occurrence'), refOf('b', 'occurrence')],
    ]);
  });

  it('civilian_status: two statuses for one person, where `unknown` contradicts nothing', () => {
    const status = (id: string, is: 'civilian' | 'combatant' | 'unknown') =>
      act(id, [civilianStatus('adult-2nd-floor', is)]);
    expect(membersOf('civilian_status', status('a', 'civilian'), status('b', 'combatant'))).toHaveLength(1);
    expect(rulesFound(status('a', 'civilian'), status('b', 'unknown'), status('c', 'civilian'))).toEqual([]);
  });

  it('self_contradiction: disjoint within one act, however each is known', () => {
    const twice = (basis: 'named' | 'flash') =>
      act('a', [
        killed('child', exactly(4), { basis: 'flash' }),
        killed('child', exactly(6), { claimId: 'again', basis }),
      ]);
    expect(rulesFound(twice('flash'))).toEqual(['self_contradiction']);
    expect(rulesFound(twice('named'))).toEqual(['self_contradiction']);
    expect(rulesFound(children('a', exactly(4)), children('b', atLeast(2)))).toEqual([]);
  });
});

describe('relay_differs', () => {
  const outlet = (id: string, n: number, day = 4) =>
    children(id, exactly(n), { relays: { claim: refOf('sohr') } }, day);

  it('is found when the figure is not what the origin said', () => {
    expect(membersOf('relay_differs', children('sohr', exactly(1984)), outlet('x', 984), outlet('y', 1984))).toEqual([
      [refOf('sohr'), refOf('x')],
    ]);
  });

  it('is not found for what the origin said later', () => {
    const revised = act(
      'sohr-2',
      [killed('child', exactly(9), { supersedes: { claim: refOf('sohr'), change: 'revises', announced: 'yes' } })],
      5,
      'sohr',
    );
    expect(rulesFound(children('sohr', exactly(4)), outlet('x', 4), revised)).toEqual([]);
  });
});

describe('anomalies', () => {
  it('min_above_max and negative: impossible figures are recorded and flagged', () => {
    expect(rulesFound(children('a', { min: 9, max: 3, qualifier: 'range' }))).toEqual(['min_above_max']);
    expect(rulesFound(children('a', exactly(-73_043)))).toEqual(['negative']);
  });

  it('part_above_whole: of one claimant, along the tree of categories and statuses', () => {
    const [a, girls] = [killed('person', exactly(5)), killed('girl', atLeast(6))];
    expect(rulesFound(act('a', [a, girls]))).toEqual(['part_above_whole']);
    expect(rulesFound(act('a', [killed('person', atLeast(5)), girls]))).toEqual([]);
    expect(rulesFound(act('a', [a]), act('b', [girls]))).toEqual([]);
    expect(rulesFound(act('a', [a, killed('person', exactly(6), { counted: { status: 'civilian' } })]))).toEqual([
      'part_above_whole',
    ]);
    expect(rulesFound(act('a', [killed('elderly', exactly(9)), a]))).toEqual([]);
  });

  it('sum_mismatch: parts against whole within one act', () => {
    const parts = (men: number) => [
      killed('child', exactly(6)),
      killed('woman', exactly(4)),
      killed('man', exactly(men)),
    ];
    expect(rulesFound(act('a', [killed('person', exactly(13)), ...parts(3)]))).toEqual([]);
    expect(rulesFound(act('a', [killed('person', exactly(13)), ...parts(2)]))).toEqual(['sum_mismatch']);
    const status = (of: 'civilian' | 'combatant', n: number) =>
      killed('person', exactly(n), { counted: { status: of } });
    expect(
      rulesFound(act('a', [killed('person', exactly(13)), status('civilian', 10), status('combatant', 2)])),
    ).toEqual([]);
    expect(
      rulesFound(act('a', [killed('person', exactly(13)), status('civilian', 10), status('combatant', 4)])),
    ).toEqual(['sum_mismatch']);
  });

  it('said_before_it_happened: only when it surely was', () => {
    const said = (to: string) =>
      aStatement({ issuedAt: { ...at('2022-02-01T00:00:00Z'), to }, claims: [occurrence('affirms')] });
    expect(rulesFound(anIncident(), said('2022-02-01T12:00:00Z'))).toEqual(['said_before_it_happened']);
    expect(rulesFound(anIncident(), said('2022-02-02T00:00:01Z'))).toEqual([]);
  });

  it('said_before_it_happened: on the day before, which ends as the day of the incident begins', () => {
    const onTheFirst = anIncident({ occurred: onDay('2022-05-01') });
    const said = (issuedAt: When) => aStatement({ issuedAt, claims: [occurrence('affirms')] });
    expect(rulesFound(onTheFirst, said(onDay('2022-04-30')))).toEqual(['said_before_it_happened']);
    expect(rulesFound(onTheFirst, said(onDay('2022-05-01')))).toEqual([]);
    const atOnce = at('2022-05-01T10:00:00Z');
    expect(rulesFound(anIncident({ occurred: atOnce }), said(atOnce))).toEqual([]);
  });

  it('supersedes_the_future: only when it surely was said later', () => {
    const later = (day: number) =>
      act(
        'b',
        [killed('child', exactly(5), { supersedes: { claim: refOf('b-old'), change: 'revises', announced: 'yes' } })],
        day,
      );
    const old = aStatement({
      statementId: 'b-old',
      speaker: 'b',
      issuedAt: onDay('2022-02-05'),
      claims: [killed('child', exactly(4))],
    });
    expect(rulesFound(old, later(4))).toEqual(['supersedes_the_future']);
    expect(rulesFound(old, later(5))).toEqual([]);
  });

  it('supersedes_the_future: of two dates that follow each other, the first does not supersede the second', () => {
    const supersedes = { claim: refOf('old'), change: 'revises', announced: 'yes' } as const;
    const onDates = (older: string, newer: string) =>
      rulesFound(
        aStatement({ statementId: 'old', issuedAt: onDay(older), claims: [killed('child', exactly(4))] }),
        aStatement({
          statementId: 'new',
          issuedAt: onDay(newer),
          claims: [killed('child', exactly(5), { supersedes })],
        }),
      );
    expect(onDates('2022-02-05', '2022-02-04')).toEqual(['supersedes_the_future']);
    expect(onDates('2022-02-04', '2022-02-04')).toEqual([]);
    expect(onDates('2022-02-04', '2022-02-05')).toEqual([]);
  });

  it('period_after_issue: a report covers days that had not begun', () => {
    const covering = (day: string) =>
      aReport({ publishedAt: onDay('2022-02-10'), coverage: onDay(day), claims: [killed('child', exactly(4))] });
    expect(rulesFound(covering('2022-02-10'))).toEqual([]);
    expect(rulesFound(covering('2022-02-11'))).toEqual(['period_after_issue']);
  });

  it('double_superseded: unless one of the two supersedes the other', () => {
    const revising = (id: string, day: number) =>
      act(
        id,
        [killed('child', exactly(day), { supersedes: { claim: refOf('old'), change: 'revises', announced: 'yes' } })],
        day,
        'sohr',
      );
    const happenings = [act('old', [killed('child', exactly(2))], 3, 'sohr'), revising('b', 4), revising('c', 5)];
    expect(membersOf('double_superseded', ...happenings)).toEqual([['b', 'c', 'old'].map((one) => refOf(one))]);
    expect(rulesFound(...happenings, aLink(refOf('c'), refOf('b')))).toEqual([]);
  });

  it('link_broken: ends of two parties, kinds or subjects, or one that is no longer there', () => {
    const old = children('sohr', exactly(4));
    const revising = children('b', exactly(5), {
      supersedes: { claim: refOf('sohr'), change: 'revises', announced: 'yes' },
    });
    expect(rulesFound(old, revising)).toContain('link_broken');
    const revised = act(
      'b',
      [killed('child', exactly(4), { supersedes: { claim: refOf('sohr'), change: 'revises', announced: 'yes' } })],
      4,
      'sohr',
    );
    expect(rulesFound(old, revised)).toEqual([]);
    const moved = { ...old.data, claims: [killed('child', exactly(4), { about: { incidents: ['elsewhere'] } })] };
    expect(rulesFound(old, revised, aCorrection('statement-sohr', eventIdOf(1), moved))).toEqual(['link_broken']);
  });

  it('circle: the link that would close one', () => {
    const [a, b] = [children('a', exactly(4)), act('b', [killed('child', exactly(4))], 4, 'a')];
    const found = findingsBy(record(a, b, aLink(refOf('b'), refOf('a')), aLink(refOf('a'), refOf('b'))), 'circle');
    expect(found.map(({ key }) => key)).toEqual([`${refOf('a')} supersedes ${refOf('b')}`]);
  });

  it('bad_coordinates: a point that is nowhere on Earth', () => {
    const placed = (lon: number) => act('a', [located(aPlace({ point: { lat: 36, lon } }))]);
    expect(rulesFound(placed(4239))).toEqual(['bad_coordinates']);
    expect(rulesFound(placed(42.39))).toEqual([]);
  });
});

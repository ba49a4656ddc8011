import {
  aMerge,
  aResolution,
  aSettingAside,
  anIncident,
  anUnmerge,
  aSplit,
  aStatement,
  aWithdrawal,
  INCIDENT,
  killed,
  type Happening,
} from '../../../test/support/builders.js';
import { findingsBy, recordedBy, rangeOfKilled } from '../../../test/support/asking.js';
import { factsOf, record } from '../../../test/support/facts.js';
import { eventIdOf, logOf } from '../../../test/support/log.js';
import { NOW } from '../as-of.js';
import { registerOf } from '../register/register.js';
import { exactly } from '../values/figure.js';
import { claimHistory } from './history.js';
import { identityAt } from './incident-identity.js';

const identityOf = (...happenings: readonly Happening[]) =>
  identityAt(registerOf(logOf(...happenings)).identities, null);
const merge = (from: string, into: string) => aMerge(into, { incidentId: from });

const saying = (statementId: string, n: number, incident = INCIDENT) =>
  aStatement({
    statementId,
    speaker: statementId,
    claims: [killed('person', exactly(n), { about: { incidents: [incident] } })],
  });

describe('who survives a merge', () => {
  it('is the last of the chain', () => {
    const { survivorOf } = identityOf(merge('a', 'b'), merge('b', 'c'));
    expect(['a', 'b', 'c', 'd'].map(survivorOf)).toEqual(['c', 'c', 'c', 'd']);
  });

  it('is the incident itself again after an unmerge, and after the merge proved an error of ours', () => {
    expect(identityOf(merge('a', 'b'), anUnmerge('b', { incidentId: 'a' })).survivorOf('a')).toBe('a');
    expect(identityOf(merge('a', 'b'), aWithdrawal('incident-a', eventIdOf(1))).survivorOf('a')).toBe('a');
  });

  it('is settled by the earlier merge where two close a circle, and the later is flagged', () => {
    const { survivorOf, circles } = identityOf(merge('a', 'b'), merge('b', 'c'), merge('c', 'a'));
    expect(['a', 'b', 'c'].map(survivorOf)).toEqual(['c', 'c', 'c']);
    expect(circles.map(({ data }) => [data.incidentId, data.into])).toEqual([['c', 'a']]);
    const facts = factsOf('incident-a', anIncident({ incidentId: 'a' }), merge('a', 'b'), merge('b', 'a'));
    expect(findingsBy(facts, 'circle')).toMatchObject([{ key: 'b merged into a', members: [], status: 'open' }]);
  });
});

describe('claims about an incident', () => {
  const merged = [saying('x', 9), saying('y', 13, 'twin'), aMerge('twin')];

  it('cross a merge, and part again at its unmerge', () => {
    const facts = record(...merged, anUnmerge('twin'));
    expect(rangeOfKilled(facts, 'person', recordedBy(2))).toEqual([9, 9, false]);
    expect(rangeOfKilled(facts, 'person', recordedBy(3))).toEqual([9, 13, false]);
    expect(rangeOfKilled(facts, 'person')).toEqual([9, 9, false]);
  });

  it('are answered for the survivor, whichever was asked for', () => {
    const ask = (incident: string) => claimHistory(factsOf(`incident-${incident}`, ...merged), NOW);
    expect(ask(INCIDENT)).toEqual(ask('twin'));
    expect(ask(INCIDENT).subject).toBe('incident-twin');
  });

  it('give findings the id they have for the survivor', () => {
    const before = findingsBy(
      factsOf('incident-twin', saying('x', 9, 'twin'), saying('y', 13, 'twin')),
      'range_disjoint',
    );
    expect(findingsBy(record(...merged), 'range_disjoint').map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('go where a split allocates them, the others stay', () => {
    const happenings = [
      saying('x', 9),
      saying('y', 13),
      aSplit(['north', 'south'], { allocation: [{ claim: 'statement-y#killed-person', to: 'north' }] }),
    ];
    expect(rangeOfKilled(record(...happenings), 'person')).toEqual([9, 9, false]);
    expect(rangeOfKilled(factsOf('incident-north', ...happenings), 'person')).toEqual([13, 13, false]);
    expect(rangeOfKilled(factsOf('incident-south', ...happenings), 'person')).toBeNull();
  });

  it('come back when the part is merged into the whole again', () => {
    const happenings = [
      saying('y', 13),
      aSplit(['north'], { allocation: [{ claim: 'statement-y#killed-person', to: 'north' }] }),
      merge('north', INCIDENT),
    ];
    expect(rangeOfKilled(record(...happenings), 'person')).toEqual([13, 13, false]);
  });

  it('stay set aside when the merge ends during which they were, and wherever a split takes them', () => {
    const claim = 'statement-x#killed-person';
    const aside = aSettingAside(claim, { incidentId: 'twin' });
    const facts = record(...merged, aside, anUnmerge('twin'));
    expect(rangeOfKilled(facts, 'person', recordedBy(4))).toEqual([13, 13, false]);
    expect(rangeOfKilled(facts, 'person')).toBeNull();
    const split = [saying('x', 9), aSettingAside(claim), aSplit(['north'], { allocation: [{ claim, to: 'north' }] })];
    expect(rangeOfKilled(factsOf('incident-north', ...split), 'person')).toBeNull();
  });

  it('keep a finding resolved when the merge ends during which it was, if it has the same members', () => {
    const during = [saying('x', 9), saying('y', 13), aMerge('twin')];
    const [disjoint] = findingsBy(record(...during), 'range_disjoint');
    const look = (members: readonly string[]) =>
      aResolution(members, { subject: 'incident-twin', finding: disjoint?.id ?? '' });
    const statusAfter = (...after: readonly Happening[]) =>
      findingsBy(record(...during, ...after), 'range_disjoint').map(({ status }) => status);
    expect(statusAfter(look(disjoint?.members ?? []), anUnmerge('twin'))).toEqual(['resolved']);
    expect(statusAfter(look(['statement-x#killed-person']), anUnmerge('twin'))).toEqual(['open']);
  });

  it('about two incidents are no joint figure once the two are one', () => {
    const joint = aStatement({ claims: [killed('person', exactly(20), { about: { incidents: [INCIDENT, 'twin'] } })] });
    const facts = record(joint, aMerge('twin'));
    expect(rangeOfKilled(facts, 'person', recordedBy(1))).toBeNull();
    expect(rangeOfKilled(facts, 'person')).toEqual([20, 20, false]);
  });
});

import {
  aConditionalCall,
  anActor,
  anIncident,
  anOperation,
  aSettingAside,
  aStatement,
  at,
  INCIDENT,
  killed,
  responsibility,
} from '../../../test/support/builders.js';
import {
  brief,
  countsOf,
  keyOfKilled,
  rangeOfKilled,
  recordedBy,
  standingKilled,
} from '../../../test/support/asking.js';
import { record } from '../../../test/support/facts.js';
import { NOW } from '../as-of.js';
import { about, atLeast, atMost, exactly, some, type Figure } from '../values/figure.js';
import { casualtyCounts } from './casualty-counts.js';
import { evolution } from './evolution.js';
import type { CountClaim } from './kinds/count.js';
import { standingFigures } from './standing-figures.js';

const children = (speaker: string, figure: Figure, over: Parameters<typeof killed>[2] = {}, day = 3) =>
  aStatement({
    statementId: `${speaker}-${day}`,
    speaker,
    issuedAt: at(`2022-02-0${day}T12:00:00Z`),
    claims: [killed('child', figure, over)],
  });
const ofChildren = keyOfKilled('child');

describe('the range of a count', () => {
  it('goes from the least known minimum to the greatest known bound', () => {
    const facts = record(children('sohr', exactly(4)), children('sana', exactly(6)));
    expect(rangeOfKilled(facts, 'child')).toEqual([4, 6, false]);
  });

  it('is open when an "at least" reaches the highest maximum', () => {
    const facts = (floor: number) => record(children('sana', exactly(6)), children('unicef', atLeast(floor)));
    expect(rangeOfKilled(facts(6), 'child')).toEqual([6, 6, true]);
    expect(rangeOfKilled(facts(5), 'child')).toEqual([5, 6, false]);
    expect(rangeOfKilled(facts(7), 'child')).toEqual([6, 7, true]);
  });

  it('is open when nobody says how many at most, and unknown bounds are no zeros', () => {
    expect(rangeOfKilled(record(children('a', atLeast(6))), 'child')).toEqual([6, 6, true]);
    expect(rangeOfKilled(record(children('a', some)), 'child')).toEqual([null, null, true]);
    expect(rangeOfKilled(record(children('a', about(40))), 'child')).toEqual([null, null, true]);
    expect(rangeOfKilled(record(children('a', atMost(3))), 'child')).toEqual([null, 3, false]);
  });

  it.each<readonly [string, Partial<CountClaim>]>([
    ['conditional', { certainty: 'conditional' }],
    ['relayed', { relays: { actor: 'sohr' } }],
    ['according to somebody else', { accordingTo: ['media'] }],
    ['compiled', { compiled: true }],
    ['derived', { derived: true }],
    ['about several incidents', { about: { incidents: [INCIDENT, 'another'] } }],
  ])('takes in no claim that is %s, but shows it', (_, over) => {
    const facts = record(
      children('sohr', exactly(4)),
      children('other', exactly(60), over as Parameters<typeof killed>[2]),
    );
    expect(rangeOfKilled(facts, 'child')).toEqual([4, 4, false]);
    const shown = casualtyCounts(facts, NOW).counts.flatMap(({ figures }) => figures);
    expect(shown.find(({ claimant }) => claimant === 'other')).toMatchObject({ place: 'stands', inRange: false });
  });

  it('takes in no claim that we set aside, from the setting aside on', () => {
    const facts = record(
      children('sohr', exactly(4)),
      children('early', exactly(1)),
      aSettingAside('statement-early-3#killed-child'),
    );
    expect(rangeOfKilled(facts, 'child', recordedBy(2))).toEqual([1, 4, false]);
    expect(rangeOfKilled(facts, 'child')).toEqual([4, 4, false]);
    expect(standingKilled(facts, 'child')).toHaveLength(2);
  });

  it('keeps the parties to the harm and everyone else apart', () => {
    const facts = record(
      anIncident(),
      anActor({ actorId: 'us-dod', partOf: [{ actor: 'us' }] }),
      anActor({ actorId: 'us-forces', partOf: [{ actor: 'us' }] }),
      children('us-dod', atLeast(3)),
      children('sohr', exactly(4)),
      anOperation(),
    );
    expect(countsOf(facts, ofChildren, recordedBy(5))?.partiesToTheHarm).toBeNull();
    const counts = countsOf(facts, ofChildren);
    expect([brief(counts?.partiesToTheHarm), brief(counts?.everyoneElse)]).toEqual([
      [3, 3, true],
      [4, 4, false],
    ]);
  });

  it('puts an accused party with the parties to the harm, unless only on a condition', () => {
    const accusing = (certainty: 'confirmed' | 'conditional') =>
      record(
        children('russia', exactly(0)),
        aStatement({ claims: [responsibility('attributes', { actor: 'russia', certainty })] }),
      );
    expect(casualtyCounts(accusing('confirmed'), NOW).partiesToTheHarm).toEqual(['russia']);
    expect(casualtyCounts(accusing('conditional'), NOW).partiesToTheHarm).toEqual([]);
  });

  it('counts parties, not claimants, and a coalition not beside its member', () => {
    const facts = record(
      anActor({ actorId: 'us', memberOf: [{ actor: 'coalition' }] }),
      anActor({ actorId: 'uk', memberOf: [{ actor: 'coalition' }] }),
      anActor({ actorId: 'us-dod', partOf: [{ actor: 'us' }] }),
      children('us', exactly(3)),
      children('us-dod', exactly(3)),
      children('coalition', exactly(3)),
      children('uk', exactly(3)),
    );
    expect(countsOf(facts, ofChildren, recordedBy(6))?.everyoneElse?.parties).toBe(1);
    expect(countsOf(facts, ofChildren)?.everyoneElse?.parties).toBe(2);
  });

  it('of a key without a status takes in claims that state one, and says so', () => {
    const facts = record(
      children('sohr', exactly(4)),
      children('snhr', exactly(6), { counted: { status: 'civilian' } }),
    );
    const range = countsOf(facts, ofChildren)?.everyoneElse;
    expect([brief(range), range?.scopeAssumed]).toEqual([[4, 6, false], true]);
    expect(brief(countsOf(facts, 'count killed child civilian occurred')?.everyoneElse)).toEqual([6, 6, false]);
  });

  it('is moved by no conditional call for an investigation', () => {
    const facts = record(children('sohr', exactly(6)), aConditionalCall());
    expect(rangeOfKilled(facts, 'child')).toEqual([6, 6, false]);
  });
});

describe('the evolution of a count', () => {
  it('names the act behind each step', () => {
    const facts = record(
      children('sohr', exactly(2), {}, 3),
      children('sana', exactly(6), {}, 4),
      children(
        'sohr',
        exactly(4),
        { supersedes: { claim: 'statement-sohr-3#killed-child', change: 'revises', announced: 'yes' } },
        5,
      ),
      children('media', exactly(9), { accordingTo: ['media'] }, 6),
    );
    const [killedChildren] = evolution(facts, NOW).counts;
    expect(
      killedChildren?.steps.map(({ act, moved, everyoneElse }) => [act, moved, ...(brief(everyoneElse) ?? [])]),
    ).toEqual([
      ['statement-sohr-3', true, 2, 2, false],
      ['statement-sana-4', true, 2, 6, false],
      ['statement-sohr-5', true, 4, 6, false],
      ['statement-media-6', false, 4, 6, false],
    ]);
  });

  it('shows an accusation moving a party to the other side', () => {
    const facts = record(
      children('us', atLeast(3), {}, 3),
      aStatement({
        statementId: 'x',
        issuedAt: at('2022-02-05T00:00:00Z'),
        claims: [responsibility('attributes', { actor: 'us' })],
      }),
    );
    const steps = evolution(facts, NOW).counts[0]?.steps ?? [];
    expect(
      steps.map(({ act, partiesToTheHarm, everyoneElse }) => [act, brief(partiesToTheHarm), brief(everyoneElse)]),
    ).toEqual([
      ['statement-us-3', null, [3, 3, true]],
      ['statement-x', [3, 3, true], null],
    ]);
  });
});

describe('the figures kept for lists', () => {
  it('are one per line, and the extremes of each party on each key', () => {
    const facts = record(
      anActor({ actorId: 'us-dod', partOf: [{ actor: 'us' }] }),
      children('us', exactly(3)),
      children('us-dod', exactly(5)),
      children('us-dod', exactly(50), { accordingTo: ['media'] }, 4),
    );
    const { figures, extremes } = standingFigures(facts, NOW);
    expect(figures.map(({ claimant, figure }) => [claimant, figure.max])).toEqual([
      ['us', 3],
      ['us-dod', 5],
      ['us-dod', 50],
    ]);
    expect(extremes).toMatchObject([{ key: ofChildren, party: 'us', range: { low: 3, high: 5, claims: 2 } }]);
  });
});

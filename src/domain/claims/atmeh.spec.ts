import {
  aConditionalCall,
  anActor,
  anIncident,
  anOperation,
  aStatement,
  at,
  killed,
  responsibility,
} from '../../../test/support/builders.js';
import { brief, countsOf, findingsBy, keyOfKilled, placesOf, saidBy } from '../../../test/support/asking.js';
import { record } from '../../../test/support/facts.js';
import { NOW } from '../as-of.js';
import { atLeast, exactly } from '../values/figure.js';
import type { Claim } from './claim.js';
import { evolution } from './evolution.js';
import { claimHistory } from './history.js';
import type { Supersedes } from './kinds/claim-base.js';

/** The third of February 2022 in Damascus. */
const thatDay = {
  from: '2022-02-03T00:00:00+02:00',
  to: '2022-02-04T00:00:00+02:00',
  precision: 'date',
  zone: 'Asia/Damascus',
  approximate: true,
} as const;
const END_OF_DAY = saidBy('2022-02-04T00:00:00+02:00');

const said = (
  statementId: string,
  speaker: string,
  claims: readonly Claim[],
  issuedAt: ReturnType<typeof at> = thatDay,
) => aStatement({ statementId, speaker, issuedAt, claims });
const changing = (claim: string, change: Supersedes['change'] = 'revises') => ({
  supersedes: { claim, change, announced: 'yes' as const },
});
const combatants = { counted: { status: 'combatant' as const } };
const civilians = { counted: { status: 'civilian' as const } };

const facts = record(
  anIncident(),
  anActor({ actorId: 'us-dod', partOf: [{ actor: 'us' }] }),
  anActor({ actorId: 'us-president', partOf: [{ actor: 'us' }] }),
  anOperation({ operators: [{ actor: 'us-dod', role: 'conducted' }] }),
  said('a04', 'sohr', [killed('person', exactly(9)), killed('child', exactly(2))], at('2022-02-03T09:00:00+02:00')),
  said('a06', 'white-helmets', [killed('person', atLeast(13)), killed('child', exactly(6))]),
  said('a07', 'sana', [killed('child', exactly(6)), responsibility('attributes', { actor: 'us-dod' })]),
  said('a08', 'sohr', [
    killed('person', exactly(13), changing('statement-a04#killed-person')),
    killed('child', exactly(4), changing('statement-a04#killed-child')),
    killed('person', exactly(10), civilians),
    killed('person', exactly(3), { ...combatants, certainty: 'presumed' }),
  ]),
  said('a09', 'sohr', [
    killed('person', exactly(13), changing('statement-a08#killed-person', 'reaffirms')),
    killed('person', atLeast(1), combatants),
  ]),
  said('a10', 'snhr', [killed('child', exactly(6), civilians)]),
  said('a11', 'unicef', [killed('child', atLeast(6))]),
  said('a12', 'us-president', [responsibility('attributes', { for: 'explosion', person: 'the-target' })]),
  said('a14', 'us-dod', [killed('person', atLeast(3), civilians)]),
  said('a15', 'us-dod', [
    killed('person', atLeast(4), { ...civilians, ...changing('statement-a14#killed-civilian-person') }),
    killed('child', atLeast(3)),
  ]),
  aConditionalCall({ issuedAt: thatDay }),
  said(
    'a19',
    'us-dod',
    [responsibility('cannot_say', { for: 'explosion', ...changing('statement-a12#responsibility-explosion') })],
    at('2022-02-10T12:00:00Z'),
  ),
);
const children = keyOfKilled('child');
const shown = (key: string, claimant: string) =>
  countsOf(facts, key)
    ?.figures.filter((one) => one.claimant === claimant)
    .map(({ act, place, figure: { min, max } }) => [act, place, min, max]);

describe('the raid in Atmeh', () => {
  it('had four to six children dead by everyone else, open, and at least three by the parties, that night', () => {
    const counts = countsOf(facts, children, END_OF_DAY);
    expect(brief(counts?.everyoneElse)).toEqual([4, 6, true]);
    expect(brief(counts?.partiesToTheHarm)).toEqual([3, 3, true]);
  });

  it('shows how the monitor went from two children to four, explicitly', () => {
    const entry = claimHistory(facts, NOW).claims.find(({ claim }) => claim === 'statement-a04#killed-child');
    expect(entry).toMatchObject({
      place: 'superseded',
      supersededBy: [{ claim: 'statement-a08#killed-child', change: 'revises', announced: 'yes' }],
    });
    const steps = evolution(facts, NOW).counts.find(({ key }) => key === children)?.steps ?? [];
    expect(brief(steps[0]?.everyoneElse)).toEqual([2, 2, false]);
  });

  it('sets "at least one combatant" beside three, and leaves the other figures standing', () => {
    expect(shown('count killed person combatant occurred', 'sohr')).toEqual([
      ['statement-a08', 'stands', 3, 3],
      ['statement-a09', 'set_beside', 1, null],
    ]);
    expect(shown('count killed person any occurred', 'sohr')).toEqual([['statement-a09', 'stands', 13, 13]]);
    expect(shown(children, 'sohr')).toEqual([['statement-a08', 'stands', 4, 4]]);
  });

  it('contradicts itself on children, and not on thirteen people against ten civilians', () => {
    expect(findingsBy(facts, 'range_disjoint').map(({ key }) => key)).toContain(children);
    expect(findingsBy(facts, 'range_disjoint').map(({ key }) => key)).not.toContain('count killed person any occurred');
    expect(findingsBy(facts, 'sum_mismatch')).toEqual([]);
  });

  it('lets one official of a party supersede another', () => {
    expect(placesOf(facts, END_OF_DAY)).toMatchObject({ a12: 'stands' });
    expect(placesOf(facts)).toMatchObject({ a12: 'superseded', a19: 'stands' });
  });
});

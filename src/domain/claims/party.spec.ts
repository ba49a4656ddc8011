import { anActor, anActorAmendment, at, onDay } from '../../../test/support/builders.js';
import { record } from '../../../test/support/facts.js';
import { logOf } from '../../../test/support/log.js';
import type { Happening } from '../../../test/support/builders.js';
import { registerOf } from '../register/register.js';
import { parties, partyAt } from './party.js';

const actorsOf = (...happenings: readonly Happening[]) => registerOf(logOf(...happenings)).actors;

describe('the party of an actor', () => {
  it('is the actor itself while it is part of nothing, or not registered', () => {
    expect(partyAt(actorsOf(anActor('snhr')), 'snhr', '2022-02-03T00:00:00Z')).toBe('snhr');
    expect(partyAt([], 'nobody', '2022-02-03T00:00:00Z')).toBe('nobody');
  });

  it('is the root of the chain', () => {
    const actors = actorsOf(
      anActor({ actorId: 'kirby', partOf: [{ actor: 'us-dod' }] }),
      anActor({ actorId: 'us-dod', partOf: [{ actor: 'us' }] }),
    );
    expect(partyAt(actors, 'kirby', '2022-02-03T00:00:00Z')).toBe('us');
  });

  it('holds for the time of the affiliation only, its last day to midnight', () => {
    const actors = actorsOf(anActor({ actorId: 'x', partOf: [{ actor: 'a', from: '2020-01-01', to: '2021-01-01' }] }));
    expect(partyAt(actors, 'x', '2020-01-01T00:00:00Z')).toBe('x');
    expect(partyAt(actors, 'x', '2020-06-01T00:00:00+02:00')).toBe('a');
    expect(partyAt(actors, 'x', '2021-01-01T00:00:00Z')).toBe('a');
    expect(partyAt(actors, 'x', '2021-01-01T00:00:01Z')).toBe('x');
  });

  it('changes from the effective date of an amendment on, however late that was recorded', () => {
    const actors = actorsOf(
      anActor({ actorId: 'x', partOf: [{ actor: 'a' }] }),
      anActorAmendment({ actorId: 'x', effective: onDay('2022-05-01'), partOf: [{ actor: 'c' }] }),
      anActorAmendment({ actorId: 'x', effective: onDay('2022-03-01'), partOf: [{ actor: 'b' }] }),
      anActorAmendment({ actorId: 'x', effective: at('2022-06-01T00:00:00Z'), publicRole: 'minister' }),
    );
    const partyOn = (day: string) => partyAt(actors, 'x', `${day}T12:00:00Z`);
    expect(['2022-02-01', '2022-04-01', '2022-07-01'].map(partyOn)).toEqual(['a', 'b', 'c']);
  });

  it('is one and the same for all in a circle', () => {
    const actors = actorsOf(
      anActor({ actorId: 'b', partOf: [{ actor: 'a' }] }),
      anActor({ actorId: 'a', partOf: [{ actor: 'b' }] }),
      anActor({ actorId: 'c', partOf: [{ actor: 'b' }] }),
    );
    expect(['a', 'b', 'c'].map((one) => partyAt(actors, one, '2022-01-01T00:00:00Z'))).toEqual(['a', 'a', 'a']);
  });

  it('is not the coalition it is a member of', () => {
    const actors = actorsOf(
      anActor({ actorId: 'us', memberOf: [{ actor: 'coalition' }] }),
      anActor({ actorId: 'centcom', partOf: [{ actor: 'us' }] }),
    );
    const { partyOf, coalitionsOf } = parties(actors);
    expect(partyOf('centcom', '2022-01-01T00:00:00Z')).toBe('us');
    expect(coalitionsOf('centcom', '2022-01-01T00:00:00Z')).toEqual(['coalition']);
  });

  it('is known with its whole chain in the facts about an incident', () => {
    const facts = record(
      anActor({ actorId: 'white-helmets', partOf: [{ actor: 'network' }] }),
      anActor({ actorId: 'network' }),
      anActor({ actorId: 'unrelated' }),
    );
    expect(facts.actors).toEqual([]);
  });
});

import { isSound } from './ledger.js';
import { Chance } from './random.js';
import { survive } from './survive.js';
import { ROUND, TROUBLES } from './troubles.js';

it('loses, doubles and reorders nothing through one round of everything that can happen to it', async () => {
  const { balance, troubles, rolledBack } = await survive({ seed: 20_220_203, milliseconds: 0, breathMs: 250 });
  expect(balance).toMatchObject({ acknowledgedLost: 0, rolledBackThere: 0, outOfTurn: 0, unexpected: [] });
  expect(balance.told).toEqual(
    Array.from({ length: 2 }, () => ({ lost: 0, twice: 0, neverHappened: 0, inOrder: true })),
  );
  expect(isSound(balance)).toBe(true);
  expect(balance.naiveLost).toBeGreaterThan(0);
  expect(balance.events).toBeGreaterThan(500);
  expect(rolledBack).toBeGreaterThan(100);
  const round = Object.entries(TROUBLES).map(([name, { times }]) => [name, times]);
  expect(troubles).toEqual(Object.fromEntries(round));
}, 60_000);

describe('chances', () => {
  it('fall the same way for the same seed, and another for another', () => {
    const draws = (seed: number) => new Chance(seed).shuffled(ROUND);
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
    expect(draws(7).sort()).toEqual([...ROUND].sort());
  });
});

import { inOrder } from './definition-order.js';
import type { YamlValue } from './reading/parse-yaml.js';

const orderOf = (parts: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  inOrder(
    new Map(Object.entries(parts).map(([name, of]) => [name, new Map<string, YamlValue>([['part of', of]])])),
  ).map(([name]) => name);

describe('definitions', () => {
  it('come after those they are part of, and otherwise as they were written', () => {
    expect(orderOf({ a: [], unit: ['army', 'b'], b: ['army'], army: [], c: [] })).toEqual([
      'a',
      'army',
      'b',
      'unit',
      'c',
    ]);
  });

  it('that go in a circle all come, for the register to refuse', () => {
    expect(orderOf({ a: ['b'], b: ['c'], c: ['a'], d: ['d'] }).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('may form a chain of any length', () => {
    const chain = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`a${n}`, [`a${n + 1}`]]));
    expect(orderOf(chain)[0]).toBe('a49999');
  });
});

import * as fc from 'fast-check';
import { sameContent } from './same-content.js';

const shuffled = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shuffled)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, member]) => [key, shuffled(member)]),
        )
      : value;

describe('the same content', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => sameContent(value, shuffled(value))));
  });

  it('is the same JSON, whatever the order of keys', () => {
    const text = (value: unknown) => JSON.stringify(value, (_key, member: unknown) => sorted(member));
    const sorted = (value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : Object.is(value, -0)
          ? 0
          : value;
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => sameContent(a, b) === (text(a) === text(b))));
  });

  it('takes a field left undefined for a field left out', () => {
    expect(sameContent({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  });

  it('tells null from a field left out', () => {
    expect(sameContent({ a: 1, b: null }, { a: 1 })).toBe(false);
  });

  it('tells a list from an object with the same members', () => {
    expect(sameContent(['x'], { 0: 'x' })).toBe(false);
  });

  it('keeps the order of lists', () => {
    expect(sameContent([1, 2], [2, 1])).toBe(false);
  });
});

import { workOf } from './work.js';

const numbers = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
const [few, many] = [numbers(10), numbers(100)];

it.each<[string, (all: readonly number[]) => unknown]>([
  [
    'a loop',
    (all) => {
      for (const one of all) if (one < 0) throw new Error();
    },
  ],
  ['questions', (all) => all.filter((one) => one > 3)],
  ['a search', (all) => all.includes(-1)],
  ['a copy', (all) => [...all]],
  [
    'a map',
    (all) => {
      const map = new Map<number, number>();
      for (let at = 0; at < all.length; at += 1) map.set(at, at);
    },
  ],
])('ten times the elements are ten times the work: %s', (_name, task) => {
  expect(workOf(() => task(many)) / workOf(() => task(few))).toBeGreaterThan(8);
  expect(workOf(() => task(many)) / workOf(() => task(few))).toBeLessThan(11);
});

it('every one against every other is a hundred times the work', () => {
  const pairs = (all: readonly number[]) => all.map((one) => all.filter((other) => one < other));
  expect(workOf(() => pairs(many)) / workOf(() => pairs(few))).toBeGreaterThan(80);
});

it('is the same each time, and nothing is counted afterwards', () => {
  const task = () => many.toSorted((a, b) => b - a).map(String);
  expect(workOf(task)).toBe(workOf(task));
  expect(workOf(() => undefined)).toBe(0);
});

import { validateData } from '../schema/validate.js';
import { about, atLeast, atMost, between, exactly, Figure, moreThan, none, some } from './figure.js';

const pointers = (figure: unknown) => validateData(Figure, figure).map(({ pointer }) => pointer);

it.each([exactly(13), atLeast(13), moreThan(13), atMost(4), between(4, 6), about(10), some, none])(
  '%j is a figure',
  (figure) => {
    expect(pointers(figure)).toEqual([]);
  },
);

it('"more than thirteen" is at least fourteen', () => {
  expect(moreThan(13)).toMatchObject({ min: 14, max: null });
});

it('records what a source said though it is impossible: a minimum above the maximum, a negative count', () => {
  expect(pointers(between(9, 4))).toEqual([]);
  expect(pointers(exactly(-73043))).toEqual([]);
});

it.each([
  ['exact with two bounds', { min: 1, max: 2, qualifier: 'exact' }],
  ['exact with none', { min: null, max: null, qualifier: 'exact' }],
  ['at least with a maximum', { min: 1, max: 2, qualifier: 'at_least' }],
  ['at most with a minimum', { min: 0, max: 2, qualifier: 'at_most' }],
  ['a range with an open end', { min: 1, max: null, qualifier: 'range' }],
  ['approximately without a best estimate', { min: null, max: null, qualifier: 'approximately' }],
  ['some with a bound', { min: 1, max: null, qualifier: 'unspecified_some' }],
  ['none that is not nought', { min: null, max: null, qualifier: 'none' }],
])('refuses %s', (_, figure) => {
  expect(pointers(figure)).toEqual(['/qualifier']);
});

it('an unknown bound is null, never left out, never nought by default', () => {
  expect(pointers({ max: null, qualifier: 'unspecified_some' })).toContain('/min');
});

it('counts in whole numbers that JSON keeps exactly', () => {
  expect(pointers({ ...exactly(1), min: 1.5, max: 1.5 })).toEqual(['/min', '/max']);
  expect(pointers(exactly(2 ** 60))).toEqual(['/min', '/max']);
});

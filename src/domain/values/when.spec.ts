import { validateData } from '../schema/validate.js';
import { When } from './when.js';

const date = {
  from: '2022-02-03T00:00:00+02:00',
  to: '2022-02-04T00:00:00+02:00',
  precision: 'date',
  zone: 'Asia/Damascus',
};
const HOUR = 3_600_000;
const problems = (more: object) => validateData(When, { ...date, ...more });
const lasting = (precision: string, milliseconds: number) => {
  const to = new Date(Date.parse(date.from) + milliseconds).toISOString();
  return problems({ precision, to });
};
const pointers = (more: object) => problems(more).map(({ pointer }) => pointer);

it('is an interval of instants with their offset, in the zone it is told in', () => {
  expect(pointers({})).toEqual([]);
  expect(pointers({ from: '2022-02-03T00:00Z', to: '2022-02-03T00:00:00.123456789Z' })).toEqual([]);
});

it('compares instants, not text: an earlier instant may be the later text', () => {
  expect(pointers({ from: '2022-02-03T09:00+09:00', to: '2022-02-03T01:00+01:00' })).toEqual([]);
  expect(pointers({ from: '2022-02-03T01:00-05:00', to: '2022-02-03T02:00+02:00' })).toEqual(['/to']);
});

it.each([
  '2022-02-03',
  '2022-02-03T00:00',
  '2022-02-30T00:00Z',
  '2022-13-01T00:00Z',
  '2022-02-03T24:00Z',
  '2022-02-03T00:00+99:00',
  'now',
  '',
])('refuses %j as an instant', (from) => expect(pointers({ from })).toContain('/from'));

it.each(['Asia/Damascus', 'America/New_York', 'America/Argentina/Buenos_Aires', 'UTC', 'Etc/GMT+3'])(
  'knows the zone %s',
  (zone) => {
    expect(pointers({ zone })).toEqual([]);
  },
);

it.each(['Asia/Atmeh', '+03:00', 'Damascus time', '', 'constructor'])('refuses %j as a zone', (zone) => {
  expect(pointers({ zone })).toEqual(['/zone']);
});

describe.each([
  ['exact_time', 60_000],
  ['hour', HOUR],
  ['part_of_day', 18 * HOUR],
  ['date', 26 * HOUR],
  ['month', (31 * 24 + 2) * HOUR],
  ['year', (366 * 24 + 2) * HOUR],
])('what is known to the %s', (precision, longest) => {
  it('is no further apart than that', () => expect(lasting(precision, longest)).toEqual([]));

  it('is refused where it is: a coarser one is to be named', () =>
    expect(lasting(precision, longest + 1)).toEqual([
      { pointer: '/precision', message: expect.stringMatching(new RegExp(`^precision ${precision} is for at most`)) },
    ]));
});

it('a range of dates is as long as it is', () => {
  expect(lasting('date_range', 50 * 366 * 24 * HOUR)).toEqual([]);
});

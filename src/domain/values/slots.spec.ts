import { Level } from '../schema/level.js';
import { validateData } from '../schema/validate.js';
import { IsSlots, type Slots } from './slots.js';

@Level('public')
class Holder {
  @IsSlots() readonly slots!: Slots;
}

const year = { slot: 'year-1', from: '2015-09-30', to: '2016-09-30' };
const accepts = (slots: unknown): boolean => validateData(Holder, { slots }).length === 0;

it('takes "daily" or a list of slots', () => {
  expect(accepts('daily')).toBe(true);
  expect(accepts([year, { ...year, slot: 'year-2' }])).toBe(true);
});

it('takes slots that overlap, as running totals do', () => {
  expect(accepts([year, { ...year, slot: 'to-2020', to: '2020-09-30' }])).toBe(true);
});

it.each<[string, unknown]>([
  ['another word', 'weekly'],
  ['no slots', []],
  ['a slot named twice', [year, year]],
  ['a slot that ends before it begins', [{ ...year, to: '2015-09-29' }]],
  ['a day that is not in the calendar', [{ ...year, to: '2016-02-30' }]],
  ['an unknown field', [{ ...year, note: 'x' }]],
  ['a slot without its end', [{ slot: 'a', from: '2015-09-30' }]],
  ['something that is no slot', [null]],
])('refuses %s', (_, slots) => {
  expect(accepts(slots)).toBe(false);
});

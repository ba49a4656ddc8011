import { ValidateBy } from 'class-validator';
import { isRealDate } from '../schema/calendar.js';
import { field } from '../schema/field.js';
import { DATE, ID } from '../schema/forms.js';

/** A period a series has a figure for; both calendar dates belong to it. */
export interface Slot {
  readonly slot: string;
  readonly from: string;
  readonly to: string;
}

/** `daily`: every date is a slot and needs no event. Otherwise the slots themselves. */
export type Slots = 'daily' | readonly Slot[];

const MOST = 10_000;
const FORM = { slot: new RegExp(ID), from: new RegExp(DATE), to: new RegExp(DATE) };

const schema = {
  oneOf: [
    { type: 'string', const: 'daily' },
    {
      type: 'array',
      minItems: 1,
      maxItems: MOST,
      items: {
        type: 'object',
        properties: {
          slot: { type: 'string', pattern: ID },
          from: { type: 'string', pattern: DATE },
          to: { type: 'string', pattern: DATE },
        },
        required: ['slot', 'from', 'to'],
        additionalProperties: false,
      },
    },
  ],
};

function isSlot(value: unknown): value is Slot {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as Record<string, unknown>;
  const known = Object.entries(FORM).every(([name, form]) => typeof given[name] === 'string' && form.test(given[name]));
  return known && Object.keys(given).every((name) => name in FORM) && inOrder(value as Slot);
}

const inOrder = ({ from, to }: Slot): boolean => isRealDate(from) && isRealDate(to) && from <= to;

function isSlots(value: unknown): value is Slots {
  if (value === 'daily') return true;
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST || !value.every(isSlot)) return false;
  return new Set(value.map(({ slot }) => slot)).size === value.length;
}

export const IsSlots = () =>
  field(
    { kind: 'plain', schema },
    ValidateBy({
      name: 'slots',
      validator: {
        validate: isSlots,
        defaultMessage: () =>
          '$property must be "daily" or a list of { slot, from, to } with dates in order and slots named once',
      },
    }),
  );

import { ValidateBy } from 'class-validator';
import { isRealDate } from './calendar.js';
import { isStorableText, lengthOf } from './text.js';

/** A validator that looks at one value; `$property` in its message is the field's name. */
export const check = (name: string, test: (value: unknown) => boolean, message: string) =>
  ValidateBy({ name, validator: { validate: test, defaultMessage: () => message } });

export const isText = (value: unknown): value is string => typeof value === 'string';

export const storable = check(
  'storableText',
  (value) => !isText(value) || isStorableText(value),
  '$property may not contain U+0000 or half of a surrogate pair',
);

export const onARealDay = check(
  'realDate',
  (value) => isText(value) && isRealDate(value),
  '$property must be a date of the calendar',
);

export const ofLength = (min: number, max: number) =>
  check(
    'length',
    (value) => isText(value) && lengthOf(value) >= min && lengthOf(value) <= max,
    `$property must be ${min} to ${max} characters long`,
  );

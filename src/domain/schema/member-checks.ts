import { ValidateBy } from 'class-validator';
import { at } from './problem.js';

const membersOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Every member passes; the first that does not is pointed at. */
export const each = (test: (value: unknown) => boolean, says: string) =>
  ValidateBy({
    name: 'each',
    validator: {
      validate: (value: unknown) => membersOf(value).every(test),
      defaultMessage: (args) =>
        at(`/${membersOf(args?.value).findIndex((member) => !test(member))}`, `must be ${says}`),
    },
  });

/** No two members are alike in what `told` them apart; the first that repeats another is pointed at. */
const distinctIn = (told: (member: unknown) => unknown, below: string) => {
  const repeatIn = (members: readonly unknown[]) => {
    const before = new Set();
    return members.findIndex((member) => {
      const known = before.has(told(member));
      before.add(told(member));
      return known && told(member) !== undefined;
    });
  };
  return ValidateBy({
    name: 'distinct',
    validator: {
      validate: (value: unknown) => repeatIn(membersOf(value)) === -1,
      defaultMessage: (args) => at(`/${repeatIn(membersOf(args?.value))}${below}`, 'is used twice'),
    },
  });
};

export const distinct = distinctIn((member) => member, '');

/** No two members have the same value in this property. */
export const distinctBy = (property: string) =>
  distinctIn((member) => (member as Record<string, unknown> | null)?.[property], `/${property}`);

import { ValidateBy, ValidateIf } from 'class-validator';
import { markOptional } from './field.js';

type Owner<T> = Partial<Readonly<T>>;
type Holds<T> = (owner: Owner<T>) => boolean;

/** The names under which these rules come back in a validation error: they say best what is wrong. */
export const PRESENCE = 'presence';

function presence<T>(
  fits: (given: boolean, holds: boolean) => boolean,
  holds: Holds<T>,
  when: string,
): PropertyDecorator {
  const says = ValidateBy({
    name: PRESENCE,
    validator: {
      validate: (value: unknown, args) => fits(value !== undefined, holds(args?.object as Owner<T>)),
      defaultMessage: (args) => `$property is ${args?.value === undefined ? 'required' : 'allowed only'} ${when}`,
    },
  });
  const looked = ValidateIf((owner: Owner<T>, value) => value !== undefined || !fits(false, holds(owner)));
  return (prototype, property) => {
    markOptional(prototype, String(property));
    looked(prototype, property);
    says(prototype, property);
  };
}

/** The field is there exactly when the rest of its object is so; `when` ends the sentence "is required …". */
export const PresentWhen = <T>(holds: Holds<T>, when: string) =>
  presence<T>((given, needed) => given === needed, holds, when);

/** The field may be left out unless the rest of its object is so. */
export const RequiredWhen = <T>(holds: Holds<T>, when: string) =>
  presence<T>((given, needed) => given || !needed, holds, when);

/** The field may be there only when the rest of its object is so. */
export const AllowedWhen = <T>(holds: Holds<T>, when: string) =>
  presence<T>((given, fitting) => !given || fitting, holds, when);

import { ValidateBy } from 'class-validator';
import { IsCode, IsFlag, IsInstant, IsZone, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { timePrecision, type TimePrecision } from '../vocabularies/time-precision.js';

const NotBefore = (other: 'from') =>
  ValidateBy({
    name: 'notBefore',
    validator: {
      validate: (to: unknown, args) => {
        const from = (args?.object as Record<string, unknown> | undefined)?.[other];
        return typeof to !== 'string' || typeof from !== 'string' || !(Date.parse(to) < Date.parse(from));
      },
      defaultMessage: () => `$property must not lie before ${other}`,
    },
  });

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A day has an hour more when the clocks are put back, and has had two. */
const CLOCK_CHANGE = 2 * HOUR;

/** The longest interval that may still be called so, in milliseconds; a night in the north is most of a day. */
const LONGEST: Partial<Record<TimePrecision, readonly [milliseconds: number, says: string]>> = {
  exact_time: [60_000, 'a minute'],
  hour: [HOUR, 'an hour'],
  part_of_day: [18 * HOUR, '18 hours'],
  date: [DAY + CLOCK_CHANGE, 'a day'],
  month: [31 * DAY + CLOCK_CHANGE, 'a month'],
  year: [366 * DAY + CLOCK_CHANGE, 'a year'],
};

/** How closely a time is known is ours to say, so it may not be said more closely than the interval is. */
const FitsInterval = () =>
  ValidateBy({
    name: 'fitsInterval',
    validator: {
      validate: (precision: unknown, args) => {
        const { from, to } = (args?.object ?? {}) as Partial<When>;
        const [longest] = longestOf(precision) ?? [];
        const known = typeof from === 'string' && typeof to === 'string' && longest !== undefined;
        return !known || !(Date.parse(to) - Date.parse(from) > longest);
      },
      defaultMessage: (args) =>
        `$property ${args?.value} is for at most ${longestOf(args?.value)?.[1]}, and from and to are further apart: name a coarser one`,
    },
  });

const longestOf = (precision: unknown) =>
  typeof precision === 'string' && Object.hasOwn(LONGEST, precision) ? LONGEST[precision as TimePrecision] : undefined;

/** A time as well as it is known: an interval of instants. A date runs to its local midnight. */
@Level('public')
export class When {
  @IsInstant() readonly from!: string;
  @IsInstant() @NotBefore('from') readonly to!: string;
  @IsCode(timePrecision) @FitsInterval() readonly precision!: TimePrecision;
  @Optional() @IsFlag() readonly approximate?: boolean;
  /** The time zone it is told in, such as `Asia/Damascus`. */
  @IsZone() readonly zone!: string;
}

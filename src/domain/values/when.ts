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

/** A time as well as it is known: an interval of instants. A date runs to its local midnight. */
@Level('public')
export class When {
  @IsInstant() readonly from!: string;
  @IsInstant() @NotBefore('from') readonly to!: string;
  @IsCode(timePrecision) readonly precision!: TimePrecision;
  @Optional() @IsFlag() readonly approximate?: boolean;
  /** The time zone it is told in, such as `Asia/Damascus`. */
  @IsZone() readonly zone!: string;
}

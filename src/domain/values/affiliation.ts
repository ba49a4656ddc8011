import { IsCalendarDate, IsId, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';

/** Membership in a greater actor for a time: from the date on, until the date (exclusive). An absent date is open. */
@Level('public')
export class Affiliation {
  @IsId() readonly actor!: string;
  @Optional() @IsCalendarDate() readonly from?: string;
  @Optional() @IsCalendarDate() readonly to?: string;
}

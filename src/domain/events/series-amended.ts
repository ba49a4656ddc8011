import { FilledIn, IsId, IsValue, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { LabelText, type Label } from '../values/label.js';
import { IsSlots, type Slots } from '../values/slots.js';
import { When } from '../values/when.js';
import { event } from './event.js';

/** The series changed: another label, or other slots. What is not named stays as it was. */
@Level('public')
export class SeriesAmended {
  @FilledIn() @IsId() readonly seriesId!: string;
  @IsValue(() => When) readonly effective!: When;
  @Optional() @IsValues(() => LabelText, { min: 1, max: 20 }) readonly label?: Label;
  @Optional() @IsSlots() readonly slots?: Slots;
}

export const seriesAmended = event('SeriesAmended', SeriesAmended);

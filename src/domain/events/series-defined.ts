import { FilledIn, IsCode, IsId, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { LabelText, type Label } from '../values/label.js';
import { IsSlots, type Slots } from '../values/slots.js';
import { protectionLevel, type ProtectionLevel } from '../vocabularies/protection-level.js';
import { event } from './event.js';

/** A run of figures about the same thing over time, such as a yearly total, whoever publishes it. */
@Level('public')
export class SeriesDefined {
  @FilledIn() @IsId() readonly seriesId!: string;
  @IsValues(() => LabelText, { min: 1, max: 20 }) readonly label!: Label;
  @IsSlots() readonly slots!: Slots;
  /** `restricted` unless recorded as public. */
  @Optional() @IsCode(protectionLevel) readonly protection?: ProtectionLevel;
}

export const seriesDefined = event('SeriesDefined', SeriesDefined);

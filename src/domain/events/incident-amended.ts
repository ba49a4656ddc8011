import { FilledIn, IsId, IsValue, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { LabelText, type Label } from '../values/label.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { Place } from '../values/place.js';
import { When } from '../values/when.js';
import { event } from './event.js';

/** What is known of the incident itself changed; what is not named stays as it was. */
@Level('public')
export class IncidentAmended {
  @FilledIn() @IsId() readonly incidentId!: string;
  /** From when on the amendment holds. */
  @IsValue(() => When) readonly effective!: When;
  @Optional() @IsValues(() => LabelText, { min: 1, max: 20 }) readonly label?: Label;
  @Optional() @IsValue(() => When) readonly occurred?: When;
  @Optional() @IsValue(() => Place) readonly place?: Place;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const incidentAmended = event('IncidentAmended', IncidentAmended);

import { FilledIn, IsCode, IsId, IsValue, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { LabelText, type Label } from '../values/label.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { Place } from '../values/place.js';
import { SourceRef } from '../values/source-ref.js';
import { When } from '../values/when.js';
import { protectionLevel, type ProtectionLevel } from '../vocabularies/protection-level.js';
import { event } from './event.js';

/** We opened a record of something in which people were, or are said to have been, harmed. */
@Level('public')
export class IncidentOpened {
  @FilledIn() @IsId() readonly incidentId!: string;
  @IsValues(() => LabelText, { min: 1, max: 20 }) readonly label!: Label;
  @IsValue(() => When) readonly occurred!: When;
  @IsValue(() => Place) readonly place!: Place;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
  @Optional() @IsValues(() => SourceRef, { max: 100 }) readonly sources?: readonly SourceRef[];
  /** `restricted` unless recorded as public. */
  @Optional() @IsCode(protectionLevel) readonly protection?: ProtectionLevel;
}

export const incidentOpened = event('IncidentOpened', IncidentOpened);

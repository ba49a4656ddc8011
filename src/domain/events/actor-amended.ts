import { FilledIn, IsCode, IsId, IsText, IsValue, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { ActorName } from '../values/actor-name.js';
import { Affiliation } from '../values/affiliation.js';
import { LabelText, type Label } from '../values/label.js';
import { When } from '../values/when.js';
import { actorType, type ActorType } from '../vocabularies/actor-type.js';
import { event } from './event.js';

/** The actor changed. What is named replaces what was; what is not named stays. */
@Level('public')
export class ActorAmended {
  @FilledIn() @IsId() readonly actorId!: string;
  @IsValue(() => When) readonly effective!: When;
  @Optional() @IsValues(() => ActorName, { min: 1, max: 40 }) readonly names?: readonly ActorName[];
  @Optional() @IsCode(actorType) readonly type?: ActorType;
  @Optional() @IsText(200) readonly publicRole?: string;
  @Optional() @IsValues(() => LabelText, { min: 1, max: 20 }) readonly shownAs?: Label;
  @Optional() @IsValues(() => Affiliation, { max: 100 }) readonly partOf?: readonly Affiliation[];
  @Optional() @IsValues(() => Affiliation, { max: 100 }) readonly memberOf?: readonly Affiliation[];
}

export const actorAmended = event('ActorAmended', ActorAmended);

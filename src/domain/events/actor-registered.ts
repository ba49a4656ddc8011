import { FilledIn, IsCode, IsFlag, IsId, IsText, IsValues, IsZone, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { ActorName } from '../values/actor-name.js';
import { Affiliation } from '../values/affiliation.js';
import { LabelText, type Label } from '../values/label.js';
import { actorType, type ActorType } from '../vocabularies/actor-type.js';
import { protectionLevel, type ProtectionLevel } from '../vocabularies/protection-level.js';
import { event } from './event.js';

/** Somebody who acts or speaks: a state, a force, a monitor, an outlet, a person. */
@Level('public')
export class ActorRegistered {
  @FilledIn() @IsId() readonly actorId!: string;
  @IsValues(() => ActorName, { min: 1, max: 40 }) readonly names!: readonly ActorName[];
  @IsCode(actorType) readonly type!: ActorType;
  /** A human being. Without a public role a person is confidential and shown by `shownAs`. */
  @Optional() @IsFlag() readonly person?: boolean;
  /** The public role that makes a person's name public, such as "defence ministry spokesperson". */
  @Optional() @IsText(200) readonly publicRole?: string;
  /** What a person without a public role is called, such as "a local journalist". */
  @Optional() @IsValues(() => LabelText, { min: 1, max: 20 }) readonly shownAs?: Label;
  /** The greater actor it belongs to, one at a time; the root of that chain is its party. */
  @Optional() @IsValues(() => Affiliation, { max: 100 }) readonly partOf?: readonly Affiliation[];
  /** Coalitions it is a member of, which is not being part of them. */
  @Optional() @IsValues(() => Affiliation, { max: 100 }) readonly memberOf?: readonly Affiliation[];
  /** IANA time zone it speaks in, where that is known. */
  @Optional() @IsZone() readonly zone?: string;
  /** `restricted` unless recorded as public. */
  @Optional() @IsCode(protectionLevel) readonly protection?: ProtectionLevel;
}

export const actorRegistered = event('ActorRegistered', ActorRegistered);

import { FilledIn, IsClaimRef, IsClaimRefs, IsCode, IsId, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { setAsideReason, type SetAsideReason } from '../vocabularies/set-aside-reason.js';
import { event } from './event.js';

/** We take a claim out of the ranges of this incident, visibly and with a reason. */
@Level('public')
export class ClaimSetAside {
  @FilledIn() @IsId() readonly incidentId!: string;
  @IsClaimRef() readonly claim!: string;
  @IsCode(setAsideReason) readonly reason!: SetAsideReason;
  @IsClaimRefs({ max: 500 }) readonly basis!: readonly string[];
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const claimSetAside = event('ClaimSetAside', ClaimSetAside);

import { IsClaimRefs, IsCode, IsId, IsIds, IsOneOf, Optional } from '../../schema/decorators.js';
import { Level } from '../../schema/level.js';
import { IsPassage, type PassageRef } from '../../values/passage.js';
import { investigationAct, type InvestigationAct } from '../../vocabularies/investigation-act.js';
import { investigationOutcome, type InvestigationOutcome } from '../../vocabularies/investigation-outcome.js';
import { ClaimBase } from './claim-base.js';

/** A call for an investigation, or one announced, reported on or closed. */
@Level('public')
export class InvestigationClaim extends ClaimBase {
  @IsOneOf('investigation') readonly kind!: 'investigation';
  @IsCode(investigationAct) readonly act!: InvestigationAct;
  @Optional() @IsIds({ min: 1, max: 50 }) readonly addressedTo?: readonly string[];
  @Optional() @IsCode(investigationOutcome) readonly outcome?: InvestigationOutcome;
  @Optional() @IsPassage() readonly reason?: PassageRef;
  /** The calls this answers. */
  @Optional() @IsClaimRefs({ min: 1, max: 100 }) readonly answers?: readonly string[];
  /** The incident it was closed as a duplicate of. */
  @Optional() @IsId() readonly duplicateOf?: string;
}

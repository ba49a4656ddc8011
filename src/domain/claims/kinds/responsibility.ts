import { IsCode, IsId, IsOneOf, Optional } from '../../schema/decorators.js';
import { Level } from '../../schema/level.js';
import { responsibilityFor, type ResponsibilityFor } from '../../vocabularies/responsibility-for.js';
import { responsibilityStance, type ResponsibilityStance } from '../../vocabularies/responsibility-stance.js';
import { ClaimBase } from './claim-base.js';

/** Who did it, as the claimant says: attributes it to somebody, accepts or denies it for itself, or cannot say. */
@Level('public')
export class ResponsibilityClaim extends ClaimBase {
  @IsOneOf('responsibility') readonly kind!: 'responsibility';
  @IsCode(responsibilityFor) readonly for!: ResponsibilityFor;
  @IsCode(responsibilityStance) readonly stance!: ResponsibilityStance;
  /** The accused, when `stance` is `attributes`. */
  @Optional() @IsId() readonly actor?: string;
  /** The accused as a local reference, where no actor is identified. */
  @Optional() @IsId() readonly person?: string;
}

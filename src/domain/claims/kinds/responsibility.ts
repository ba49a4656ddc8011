import { IsCode, IsId, IsOneOf } from '../../schema/decorators.js';
import { Level } from '../../schema/level.js';
import { AllowedWhen, PresentWhen } from '../../schema/rules.js';
import { responsibilityFor, type ResponsibilityFor } from '../../vocabularies/responsibility-for.js';
import { responsibilityStance, type ResponsibilityStance } from '../../vocabularies/responsibility-stance.js';
import { ClaimBase } from './claim-base.js';

const accusesAnActor = ({ stance, person }: Partial<ResponsibilityClaim>): boolean =>
  stance === 'attributes' && person === undefined;

/** Who did it, as the claimant says: attributes it to somebody, accepts or denies it for itself, or cannot say. */
@Level('public')
export class ResponsibilityClaim extends ClaimBase {
  @IsOneOf('responsibility') readonly kind!: 'responsibility';
  @IsCode(responsibilityFor) readonly for!: ResponsibilityFor;
  @IsCode(responsibilityStance) readonly stance!: ResponsibilityStance;
  /** The accused, when `stance` is `attributes`. */
  @PresentWhen(accusesAnActor, 'where the stance is attributes and no person is named')
  @IsId()
  readonly actor?: string;
  /** The accused as a local reference, where no actor is identified. */
  @AllowedWhen<ResponsibilityClaim>(({ stance }) => stance === 'attributes', 'where the stance is attributes')
  @IsId()
  readonly person?: string;
}

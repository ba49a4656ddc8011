import { IsCode, IsId, IsOneOf, IsText, IsValue, IsValues, Optional } from '../../schema/decorators.js';
import { Level } from '../../schema/level.js';
import { PresentWhen } from '../../schema/rules.js';
import { LabelText, type Label } from '../../values/label.js';
import { Place } from '../../values/place.js';
import { cause, type Cause } from '../../vocabularies/cause.js';
import { grade, type Grade } from '../../vocabularies/grade.js';
import { operationStatus, type OperationStatus } from '../../vocabularies/operation-status.js';
import { ClaimBase } from './claim-base.js';

/** Where another recorder places it. */
@Level('public')
export class LocationClaim extends ClaimBase {
  @IsOneOf('location') readonly kind!: 'location';
  @IsValue(() => Place) readonly place!: Place;
}

/** How another recorder grades it, in a scheme such as `airwars/2023`. */
@Level('public')
export class GradeClaim extends ClaimBase {
  @IsOneOf('grade') readonly kind!: 'grade';
  @IsText(64) readonly scheme!: string;
  @IsCode(grade) readonly grade!: Grade;
}

/** How sure another recorder is of an operation. */
@Level('public')
export class OperationStatusClaim extends ClaimBase {
  @IsOneOf('operation_status') readonly kind!: 'operation_status';
  @Optional() @IsId() readonly operation?: string;
  @IsCode(operationStatus) readonly status!: OperationStatus;
}

/** What caused the harm. */
@Level('public')
export class CauseClaim extends ClaimBase {
  @IsOneOf('cause') readonly kind!: 'cause';
  @IsCode(cause) readonly cause!: Cause;
  /** What `other` stands for; required with it. */
  @PresentWhen<CauseClaim>(({ cause }) => cause === 'other', 'where the cause is other')
  @IsValues(() => LabelText, { min: 1, max: 20 })
  readonly label?: Label;
}

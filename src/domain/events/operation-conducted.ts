import { FilledIn, IsCode, IsCodes, IsId, IsIds, IsValue, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { Place } from '../values/place.js';
import { SourceRef } from '../values/source-ref.js';
import { When } from '../values/when.js';
import { means, type Means } from '../vocabularies/means.js';
import { operationKind, type OperationKind } from '../vocabularies/operation-kind.js';
import { operationRole, type OperationRole } from '../vocabularies/operation-role.js';
import { protectionLevel, type ProtectionLevel } from '../vocabularies/protection-level.js';
import { event } from './event.js';

/** One party's part in an operation. */
@Level('public')
export class Operator {
  @IsId() readonly actor!: string;
  @IsCode(operationRole) readonly role!: OperationRole;
}

/** A military or police operation took place, by these operators. How sure we are is an {@link OperationAssessed}. */
@Level('public')
export class OperationConducted {
  @FilledIn() @IsId() readonly operationId!: string;
  @IsIds({ max: 500 }) readonly incidents!: readonly string[];
  @IsValues(() => Operator, { max: 100 }) readonly operators!: readonly Operator[];
  @IsCode(operationKind) readonly kind!: OperationKind;
  @IsValue(() => When) readonly occurred!: When;
  @Optional() @IsValue(() => Place) readonly place?: Place;
  @IsCodes(means, { max: 20 }) readonly means!: readonly Means[];
  /** When an operator first declared it. */
  @Optional() @IsValue(() => When) readonly declaredAt?: When;
  @IsValues(() => SourceRef, { min: 1, max: 100 }) readonly sources!: readonly SourceRef[];
  /** `restricted` unless recorded as public. */
  @Optional() @IsCode(protectionLevel) readonly protection?: ProtectionLevel;
}

export const operationConducted = event('OperationConducted', OperationConducted);

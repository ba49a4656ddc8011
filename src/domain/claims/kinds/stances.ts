import { IsCode, IsId, IsOneOf, Optional } from '../../schema/decorators.js';
import { Level } from '../../schema/level.js';
import { noCommentTopic, type NoCommentTopic } from '../../vocabularies/no-comment-topic.js';
import { occurrenceStance, type OccurrenceStance } from '../../vocabularies/occurrence-stance.js';
import { operationRole, type OperationRole } from '../../vocabularies/operation-role.js';
import { operationStance, type OperationStance } from '../../vocabularies/operation-stance.js';
import { personStatus, type PersonStatus } from '../../vocabularies/person-status.js';
import { positionStance, type PositionStance } from '../../vocabularies/position-stance.js';
import { positionTopic, type PositionTopic } from '../../vocabularies/position-topic.js';
import { ClaimBase } from './claim-base.js';

/** That it happened, or that it did not. */
@Level('public')
export class OccurrenceClaim extends ClaimBase {
  @IsOneOf('occurrence') readonly kind!: 'occurrence';
  @IsCode(occurrenceStance) readonly stance!: OccurrenceStance;
}

/** That the claimant took part in an operation, or did not. */
@Level('public')
export class OperationClaim extends ClaimBase {
  @IsOneOf('operation') readonly kind!: 'operation';
  @IsCode(operationStance) readonly stance!: OperationStance;
  @IsId() readonly operation!: string;
  @IsCode(operationRole) readonly role!: OperationRole;
}

/** Whether one harmed person was a civilian. */
@Level('public')
export class CivilianStatusClaim extends ClaimBase {
  @IsOneOf('civilian_status') readonly kind!: 'civilian_status';
  /** A local reference such as `adult-2nd-floor`, never a name. */
  @Level('restricted') @IsId() readonly who!: string;
  @IsCode(personStatus) readonly status!: PersonStatus;
}

/** Where the claimant stands on it. Moves no count. */
@Level('public')
export class PositionClaim extends ClaimBase {
  @IsOneOf('position') readonly kind!: 'position';
  @IsCode(positionStance) readonly stance!: PositionStance;
  @IsCode(positionTopic) readonly topic!: PositionTopic;
  @Optional() @IsId() readonly towards?: string;
}

/** That the claimant declined to say anything on a topic. */
@Level('public')
export class NoCommentClaim extends ClaimBase {
  @IsOneOf('no_comment') readonly kind!: 'no_comment';
  @IsCode(noCommentTopic) readonly topic!: NoCommentTopic;
}

import { measure } from './measure.js';
import { category } from './category.js';
import { countStatus } from './civilian-status.js';
import { tally } from './tally.js';
import { means } from './means.js';
import { circumstance } from './circumstance.js';
import { qualifier } from './qualifier.js';
import { figureBasis } from './figure-basis.js';
import { certainty } from './certainty.js';
import { claimKind } from './claim-kind.js';
import { responsibilityFor } from './responsibility-for.js';
import { responsibilityStance } from './responsibility-stance.js';
import { occurrenceStance } from './occurrence-stance.js';
import { operationStance } from './operation-stance.js';
import { operationRole } from './operation-role.js';
import { personStatus } from './person-status.js';
import { investigationAct } from './investigation-act.js';
import { investigationOutcome } from './investigation-outcome.js';
import { positionStance } from './position-stance.js';
import { positionTopic } from './position-topic.js';
import { noCommentTopic } from './no-comment-topic.js';
import { cause } from './cause.js';
import { change } from './change.js';
import { announced } from './announced.js';
import { changeReason } from './change-reason.js';
import { correctionReason } from './correction-reason.js';
import { claimLink } from './claim-link.js';
import { seen } from './seen.js';
import { operationKind } from './operation-kind.js';
import { operationStatus } from './operation-status.js';
import { grade } from './grade.js';
import { actorType } from './actor-type.js';
import { placePrecision } from './place-precision.js';
import { timePrecision } from './time-precision.js';
import { protectionLevel } from './protection-level.js';
import { erasureReason } from './erasure-reason.js';
import { incidentLink } from './incident-link.js';
import { findingRule } from './finding-rule.js';
import { resolution } from './resolution.js';
import { sourceCheck } from './source-check.js';
import { setAsideReason } from './set-aside-reason.js';
import { identifierWithdrawalReason } from './identifier-withdrawal-reason.js';
import type { Vocabulary } from './vocabulary.js';

export * from './vocabulary.js';
export * from './measure.js';
export * from './category.js';
export * from './civilian-status.js';
export * from './tally.js';
export * from './means.js';
export * from './circumstance.js';
export * from './qualifier.js';
export * from './figure-basis.js';
export * from './certainty.js';
export * from './claim-kind.js';
export * from './responsibility-for.js';
export * from './responsibility-stance.js';
export * from './occurrence-stance.js';
export * from './operation-stance.js';
export * from './operation-role.js';
export * from './person-status.js';
export * from './investigation-act.js';
export * from './investigation-outcome.js';
export * from './position-stance.js';
export * from './position-topic.js';
export * from './no-comment-topic.js';
export * from './cause.js';
export * from './change.js';
export * from './announced.js';
export * from './change-reason.js';
export * from './correction-reason.js';
export * from './claim-link.js';
export * from './seen.js';
export * from './operation-kind.js';
export * from './operation-status.js';
export * from './grade.js';
export * from './actor-type.js';
export * from './place-precision.js';
export * from './time-precision.js';
export * from './protection-level.js';
export * from './erasure-reason.js';
export * from './incident-link.js';
export * from './finding-rule.js';
export * from './resolution.js';
export * from './source-check.js';
export * from './set-aside-reason.js';
export * from './identifier-withdrawal-reason.js';

/** Every vocabulary of the register, in plain sight. */
export const vocabularies: readonly Vocabulary[] = [
  measure,
  category,
  countStatus,
  tally,
  means,
  circumstance,
  qualifier,
  figureBasis,
  certainty,
  claimKind,
  responsibilityFor,
  responsibilityStance,
  occurrenceStance,
  operationStance,
  operationRole,
  personStatus,
  investigationAct,
  investigationOutcome,
  positionStance,
  positionTopic,
  noCommentTopic,
  cause,
  change,
  announced,
  changeReason,
  correctionReason,
  claimLink,
  seen,
  operationKind,
  operationStatus,
  grade,
  actorType,
  placePrecision,
  timePrecision,
  protectionLevel,
  erasureReason,
  incidentLink,
  findingRule,
  resolution,
  sourceCheck,
  setAsideReason,
  identifierWithdrawalReason,
];

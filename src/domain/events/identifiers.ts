import { FilledIn, IsCode, IsId, IsLink, IsText, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import {
  identifierWithdrawalReason,
  type IdentifierWithdrawalReason,
} from '../vocabularies/identifier-withdrawal-reason.js';
import { event } from './event.js';

/** Somebody's public code for the incident. Codes are reassigned and shared, so they are never keys. */
@Level('public')
export class IdentifierAssigned {
  @FilledIn() @IsId() readonly incidentId!: string;
  /** Whose code it is, such as `airwars` or `cjtf-oir`. */
  @IsId() readonly scheme!: string;
  @IsText(100) readonly code!: string;
  @Optional() @IsLink() readonly url?: string;
}

export const identifierAssigned = event('IdentifierAssigned', IdentifierAssigned);

/** A public code no longer names this incident. */
@Level('public')
export class IdentifierWithdrawn {
  @FilledIn() @IsId() readonly incidentId!: string;
  @IsId() readonly scheme!: string;
  @IsText(100) readonly code!: string;
  @IsCode(identifierWithdrawalReason) readonly reason!: IdentifierWithdrawalReason;
}

export const identifierWithdrawn = event('IdentifierWithdrawn', IdentifierWithdrawn);

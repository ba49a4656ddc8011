import { IsClaims, type Claim } from '../claims/claim.js';
import { FilledIn, IsCode, IsId, IsText, IsValue, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { SourceRef } from '../values/source-ref.js';
import { When } from '../values/when.js';
import { protectionLevel, type ProtectionLevel } from '../vocabularies/protection-level.js';
import { seen, type Seen } from '../vocabularies/seen.js';
import { event } from './event.js';

/** Somebody said something in public. We record that it was said, not that it is true. */
@Level('public')
export class StatementIssued {
  @FilledIn() @IsId() readonly statementId!: string;
  @IsId() readonly speaker!: string;
  /** Whom the speaker spoke for; then that is the claimant. */
  @Optional() @IsId() readonly onBehalfOf?: string;
  /** In what capacity, such as "spokesperson". */
  @Optional() @IsText(200) readonly capacity?: string;
  /** Where it was said: a briefing, a post, an interview. */
  @Optional() @IsText(200) readonly channel?: string;
  @IsValue(() => When) readonly issuedAt!: When;
  @IsCode(seen) readonly seen!: Seen;
  @Optional() @IsPassage() readonly passage?: PassageRef;
  @IsValues(() => SourceRef, { min: 1, max: 100 }) readonly sources!: readonly SourceRef[];
  @IsClaims() readonly claims!: readonly Claim[];
  /** `restricted` unless recorded as public. */
  @Optional() @IsCode(protectionLevel) readonly protection?: ProtectionLevel;
}

export const statementIssued = event('StatementIssued', StatementIssued);

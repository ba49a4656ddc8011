import { IsClaims, type Claim } from '../claims/claim.js';
import { FilledIn, IsCode, IsId, IsText, IsValue, IsValues, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { LabelText, type Label } from '../values/label.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { SourceRef } from '../values/source-ref.js';
import { When } from '../values/when.js';
import { protectionLevel, type ProtectionLevel } from '../vocabularies/protection-level.js';
import { seen, type Seen } from '../vocabularies/seen.js';
import { event } from './event.js';

/** Somebody published a report: a page, a document, a data release. Its claims are the publisher's, not ours. */
@Level('public')
export class ReportPublished {
  @FilledIn() @IsId() readonly reportId!: string;
  @IsId() readonly publisher!: string;
  @IsValues(() => LabelText, { min: 1, max: 20 }) readonly title!: Label;
  @Optional() @IsText(100) readonly edition?: string;
  @IsValue(() => When) readonly publishedAt!: When;
  /** The period its figures cover. */
  @Optional() @IsValue(() => When) readonly coverage?: When;
  /** The report whose place it takes. */
  @Optional() @IsId() readonly replaces?: string;
  @IsCode(seen) readonly seen!: Seen;
  @Optional() @IsPassage() readonly passage?: PassageRef;
  @IsValues(() => SourceRef, { min: 1, max: 100 }) readonly sources!: readonly SourceRef[];
  @IsClaims() readonly claims!: readonly Claim[];
  /** `restricted` unless recorded as public. */
  @Optional() @IsCode(protectionLevel) readonly protection?: ProtectionLevel;
}

export const reportPublished = event('ReportPublished', ReportPublished);

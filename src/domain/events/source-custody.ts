import { FilledIn, IsCode, IsHash, IsId, IsText, IsValue, IsWhole, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { When } from '../values/when.js';
import { sourceCheck, type SourceCheck } from '../vocabularies/source-check.js';
import { event } from './event.js';

/** A copy of the source was put away, with its hash, so that it can be shown unchanged later. */
@Level('public')
export class SourceArchived {
  @FilledIn() @IsId() readonly sourceId!: string;
  /** Where the copy is: an address or a shelf mark. */
  @Level('restricted') @IsText(2048) readonly copy!: string;
  @IsText(128) readonly mediaType!: string;
  @IsWhole() readonly bytes!: number;
  @IsHash() readonly hash!: string;
  @IsValue(() => When) readonly archivedAt!: When;
}

export const sourceArchived = event('SourceArchived', SourceArchived);

/** Somebody compared a copy or the source itself with the recorded hash. */
@Level('public')
export class SourceVerified {
  @FilledIn() @IsId() readonly sourceId!: string;
  @IsHash() readonly hash!: string;
  @IsCode(sourceCheck) readonly outcome!: SourceCheck;
  @IsValue(() => When) readonly verifiedAt!: When;
}

export const sourceVerified = event('SourceVerified', SourceVerified);

/** The source was no longer where it had been published. */
@Level('public')
export class SourceFoundRemoved {
  @FilledIn() @IsId() readonly sourceId!: string;
  @IsValue(() => When) readonly foundAt!: When;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const sourceFoundRemoved = event('SourceFoundRemoved', SourceFoundRemoved);

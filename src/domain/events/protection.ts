import { FilledIn, IsCode, IsEventId, IsFlag, IsStream, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { erasureReason, type ErasureReason } from '../vocabularies/erasure-reason.js';
import { protectionLevel, type ProtectionLevel } from '../vocabularies/protection-level.js';
import { event } from './event.js';

/** How closely everything in this stream is kept from now on, in every answer, also one about the past. */
@Level('public')
export class ProtectionSet {
  @FilledIn() @IsStream() readonly subject!: string;
  @IsCode(protectionLevel) readonly level!: ProtectionLevel;
  /** What is restricted by its nature, such as a fine point or the address of a private account, is kept no closer than that. */
  @Optional() @IsFlag() readonly cleared?: boolean;
  @Level('restricted') @IsPassage() readonly reason!: PassageRef;
}

export const protectionSet = event('ProtectionSet', ProtectionSet);

/** The words of a passage were emptied everywhere; that they were there, and why they are not, stays. */
@Level('public')
export class PassageErased {
  @FilledIn() @IsStream() readonly subject!: string;
  @IsEventId() readonly passage!: string;
  @IsCode(erasureReason) readonly reason!: ErasureReason;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const passageErased = event('PassageErased', PassageErased);

import { FilledIn, IsClaimRefs, IsCode, IsHash, IsStream, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { resolution, type Resolution } from '../vocabularies/resolution.js';
import { event } from './event.js';

/** A reviewer looked at a finding and its members and settled it. Other members reopen it. */
@Level('public')
export class FindingResolved {
  /** The incident or series the finding is about. */
  @FilledIn() @IsStream() readonly subject!: string;
  @IsHash() readonly finding!: string;
  /** The claims the reviewer looked at. */
  @IsClaimRefs({ min: 1 }) readonly members!: readonly string[];
  @IsCode(resolution) readonly resolution!: Resolution;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const findingResolved = event('FindingResolved', FindingResolved);

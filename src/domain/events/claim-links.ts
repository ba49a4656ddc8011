import { IsClaimRef, IsCode, Optional } from '../schema/decorators.js';
import { Level } from '../schema/level.js';
import { AllowedWhen, PresentWhen } from '../schema/rules.js';
import { announced, type Announced } from '../vocabularies/announced.js';
import { changeReason, type ChangeReason } from '../vocabularies/change-reason.js';
import { change, type Change } from '../vocabularies/change.js';
import { claimLink, type ClaimLink } from '../vocabularies/claim-link.js';
import { IsPassage, type PassageRef } from '../values/passage.js';
import { event } from './event.js';

const supersedes = ({ as }: Partial<ClaimLinked>): boolean => as === 'supersedes';

/** We join two claims that were recorded out of order; the event lies in the stream of `from`. */
@Level('public')
export class ClaimLinked {
  @IsClaimRef() readonly from!: string;
  @IsClaimRef() readonly to!: string;
  @IsCode(claimLink) readonly as!: ClaimLink;
  /** How `from` changes `to`; only and always with `supersedes`. */
  @PresentWhen(supersedes, 'where a claim supersedes') @IsCode(change) readonly change?: Change;
  @AllowedWhen(supersedes, 'where a claim supersedes') @IsCode(announced) readonly announced?: Announced;
  @AllowedWhen(supersedes, 'where a claim supersedes') @IsCode(changeReason) readonly reason?: ChangeReason;
}

export const claimLinked = event('ClaimLinked', ClaimLinked);

/** A link of ours was a mistake about what was said. */
@Level('public')
export class ClaimUnlinked {
  @IsClaimRef() readonly from!: string;
  @IsClaimRef() readonly to!: string;
  @IsCode(claimLink) readonly as!: ClaimLink;
  @Optional() @Level('restricted') @IsPassage() readonly note?: PassageRef;
}

export const claimUnlinked = event('ClaimUnlinked', ClaimUnlinked);
